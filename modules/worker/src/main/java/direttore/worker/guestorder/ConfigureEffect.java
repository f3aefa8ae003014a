package direttore.worker.guestorder;

import direttore.domain.guest.NewVm;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import org.jspecify.annotations.Nullable;

/** Gives a clone what its order says; the same when done twice. */
final class ConfigureEffect implements GuestEffect {
  private final Hypervisor hypervisor;
  private final Operations operations;
  private final NewVm vm;

  ConfigureEffect(Hypervisor hypervisor, Operations operations, NewVm vm) {
    this.hypervisor = hypervisor;
    this.operations = operations;
    this.vm = vm;
  }

  @Override
  public String doing(Operation operation) {
    return "configure " + GuestOrder.guest(operation);
  }

  @Override
  public @Nullable Upid ask(Operation operation) {
    hypervisor.configureClone(
        GuestOrder.guest(operation).node(),
        GuestOrder.guest(operation).vmid(),
        vm,
        operations.secrets(operation.id()));
    return null;
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    return new Found.Nothing();
  }

  @Override
  public boolean holds(Operation operation) {
    return false;
  }
}
