package direttore.worker.guestorder;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.util.Set;

/** Deletes a guest and its disks. A guest that is gone is as good as deleted. */
final class DestroyEffect implements GuestEffect {
  private final Hypervisor hypervisor;
  private final UnclaimedTasks unclaimed;

  DestroyEffect(Hypervisor hypervisor, Operations operations) {
    this.hypervisor = hypervisor;
    this.unclaimed = new UnclaimedTasks(hypervisor, operations);
  }

  @Override
  public String doing(Operation operation) {
    return "delete " + GuestOrder.guest(operation);
  }

  @Override
  public Upid ask(Operation operation) {
    return hypervisor.destroy(GuestOrder.guest(operation));
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    return unclaimed.look(operation, Set.of("qmdestroy", "vzdestroy"), evidence, this::holds);
  }

  @Override
  public boolean holds(Operation operation) {
    return hypervisor.state(GuestOrder.guest(operation)).isEmpty();
  }
}
