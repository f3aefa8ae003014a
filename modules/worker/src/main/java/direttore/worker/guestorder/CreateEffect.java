package direttore.worker.guestorder;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.Marker;
import direttore.domain.guest.NewContainer;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.util.Set;

/** Makes a guest from nothing. */
final class CreateEffect implements GuestEffect {
  private final Hypervisor hypervisor;
  private final Operations operations;
  private final UnclaimedTasks unclaimed;
  private final GuestMaking making;

  CreateEffect(Hypervisor hypervisor, Operations operations) {
    this.hypervisor = hypervisor;
    this.operations = operations;
    this.unclaimed = new UnclaimedTasks(hypervisor, operations);
    this.making = new GuestMaking(hypervisor);
  }

  @Override
  public String doing(Operation operation) {
    return "create " + GuestOrder.guest(operation);
  }

  @Override
  public Upid ask(Operation operation) {
    return switch (GuestOrder.action(operation)) {
      case GuestAction.CreateVm o -> {
        making.requireFree(operation, storages(o.vm()));
        yield create(operation, o.vm());
      }
      case GuestAction.CreateContainer o -> {
        making.requireFree(operation, Set.of(o.container().storage()));
        yield create(operation, o.container());
      }
      default -> throw new IllegalStateException(operation.order() + " creates nothing");
    };
  }

  private static Set<String> storages(NewVm vm) {
    return vm.source() instanceof VmSource.Blank blank ? Set.of(blank.storage()) : Set.of();
  }

  private Upid create(Operation op, NewVm vm) {
    var note = new Marker(op.id()).in(vm.description());
    return hypervisor.createVm(
        GuestOrder.guest(op).node(),
        GuestOrder.guest(op).vmid(),
        vm,
        operations.secrets(op.id()),
        note);
  }

  private Upid create(Operation op, NewContainer ct) {
    var note = new Marker(op.id()).in(ct.description());
    return hypervisor.createContainer(
        GuestOrder.guest(op).node(),
        GuestOrder.guest(op).vmid(),
        ct,
        operations.secrets(op.id()),
        note);
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    var type = GuestOrder.guest(operation).kind() == GuestKind.QEMU ? "qmcreate" : "vzcreate";
    var task =
        unclaimed.newest(
            GuestOrder.guest(operation).node(),
            Set.of(type),
            GuestOrder.guest(operation).vmid().toString(),
            evidence);
    if (task.isPresent()) {
      return new Found.Tracked(new Handle.Task(task.get()));
    }
    return making.state(operation).map(s -> judge(operation, s)).orElseGet(Found.Nothing::new);
  }

  private static Found judge(Operation operation, GuestState state) {
    if (state.lock() != null) {
      // Proxmox reserves the VMID a moment before the task shows.
      return new Found.Unclear("locked by " + state.lock(), false);
    }
    return GuestMaking.ours(operation, state) ? new Found.Done() : GuestMaking.foreign(operation);
  }

  @Override
  public boolean holds(Operation operation) {
    return making.made(operation);
  }

  @Override
  public boolean interruptible() {
    return true;
  }

  @Override
  public boolean needsProof() {
    return true;
  }
}
