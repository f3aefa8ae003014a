package direttore.worker.guestorder;

import direttore.domain.guest.SnapshotName;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a guest back to a snapshot. A guest that came from there before looks the same, so only the
 * task tells that it happened.
 */
final class RollbackEffect implements GuestEffect {
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private static final String LOCK = "rollback";
  private final Hypervisor hypervisor;
  private final UnclaimedTasks unclaimed;
  private final SnapshotName name;

  RollbackEffect(Hypervisor hypervisor, Operations operations, SnapshotName name) {
    this.hypervisor = hypervisor;
    this.unclaimed = new UnclaimedTasks(hypervisor, operations);
    this.name = name;
  }

  @Override
  public String doing(Operation operation) {
    return "roll %s back to snapshot %s".formatted(GuestOrder.guest(operation), name);
  }

  @Override
  public Upid ask(Operation operation) {
    return hypervisor.rollBack(GuestOrder.guest(operation), name);
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    var task =
        unclaimed.newest(
            GuestOrder.guest(operation).node(),
            Set.of("qmrollback", "vzrollback"),
            GuestOrder.guest(operation).vmid().toString(),
            evidence);
    if (task.isPresent()) {
      return new Found.Tracked(new Handle.Task(task.get()));
    }
    if (locked(operation)) {
      return new Found.Unclear("locked by " + LOCK, false);
    }
    return evidence.sinceAsked().compareTo(SETTLING) < 0
        ? new Found.Unclear("for word of the rollback", true)
        : new Found.Nothing();
  }

  private boolean locked(Operation operation) {
    return hypervisor
        .state(GuestOrder.guest(operation))
        .filter(s -> LOCK.equals(s.lock()))
        .isPresent();
  }

  @Override
  public boolean holds(Operation operation) {
    var parent =
        hypervisor
            .snapshots(GuestOrder.guest(operation))
            .flatMap(tree -> Optional.ofNullable(tree.currentParent()));
    return parent.equals(Optional.of(name.value())) && !locked(operation);
  }

  @Override
  public boolean needsProof() {
    return true;
  }
}
