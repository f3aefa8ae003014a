package direttore.worker.guestorder;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.Marker;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.TaskReport;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import direttore.worker.operation.Lanes.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Copies a template. Its task is named after the source, and our marker shows only when the copy is
 * complete, so a task without known UPID is recognised by the volumes that its log names.
 */
final class CloneEffect implements GuestEffect {
  private static final int WHOLE_LOG = 5000;
  private final Hypervisor hypervisor;
  private final UnclaimedTasks unclaimed;
  private final GuestMaking making;
  private final GuestSettings settings;
  private final NewVm vm;
  private final VmSource.Clone source;

  CloneEffect(
      Hypervisor hypervisor,
      Operations operations,
      GuestSettings settings,
      NewVm vm,
      VmSource.Clone source) {
    this.hypervisor = hypervisor;
    this.unclaimed = new UnclaimedTasks(hypervisor, operations);
    this.making = new GuestMaking(hypervisor);
    this.settings = settings;
    this.vm = vm;
    this.source = source;
  }

  @Override
  public String doing(Operation operation) {
    return "clone %s to %s".formatted(source.template(), GuestOrder.guest(operation));
  }

  @Override
  public Upid ask(Operation operation) {
    making.requireFree(operation, storages(operation));
    var note = new Marker(operation.id()).in(vm.description());
    return hypervisor.cloneVm(
        GuestOrder.guest(operation).node(), GuestOrder.guest(operation).vmid(), vm, source, note);
  }

  private Set<String> storages(Operation operation) {
    if (!source.storages().isEmpty()) {
      return source.storages();
    }
    return source.storage() == null
        ? hypervisor.storages(template(operation))
        : Set.of(source.storage());
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    var candidates =
        unclaimed.all(
            source.sourceNode(), Set.of("qmclone"), source.template().toString(), evidence);
    for (var candidate : candidates) {
      if (names(candidate.upid(), operation)) {
        return new Found.Tracked(new Handle.Task(candidate.upid()));
      }
    }
    var working = candidates.stream().anyMatch(TaskReport::running);
    return making
        .state(operation)
        .map(s -> judge(operation, s, working))
        .orElseGet(Found.Nothing::new);
  }

  private boolean names(Upid task, Operation operation) {
    var volume = "vm-%s-".formatted(GuestOrder.guest(operation).vmid());
    try {
      return hypervisor.log(task, WHOLE_LOG).stream().anyMatch(l -> l.contains(volume));
    } catch (HypervisorFailure.Absent e) {
      return false;
    }
  }

  private static Found judge(Operation operation, GuestState state, boolean working) {
    if (state.lock() != null) {
      return new Found.Unclear("locked by " + state.lock(), working);
    }
    return GuestMaking.ours(operation, state) ? new Found.Done() : GuestMaking.foreign(operation);
  }

  @Override
  public boolean holds(Operation operation) {
    return making.made(operation);
  }

  @Override
  public GuestRef lockable(Operation operation) {
    return template(operation);
  }

  private GuestRef template(Operation operation) {
    return new GuestRef(
        GuestOrder.of(operation).cluster(), GuestKind.QEMU, source.sourceNode(), source.template());
  }

  @Override
  public boolean interruptible() {
    return true;
  }

  @Override
  public boolean needsProof() {
    return true;
  }

  /** VMIDs and storages of two clusters may have the same name. */
  private static String where(ClusterName cluster) {
    return cluster.equals(ClusterName.MAIN) ? "" : " in " + cluster;
  }

  @Override
  public List<Lane> lanes(Operation operation) {
    var where = where(GuestOrder.of(operation).cluster());
    var lanes = new ArrayList<Lane>();
    lanes.add(new Lane("clones of " + source.template() + where, settings.clonesPerSource()));
    if (source.storage() != null) {
      lanes.add(new Lane("clones to " + source.storage() + where, settings.clonesPerStorage()));
    }
    return lanes;
  }
}
