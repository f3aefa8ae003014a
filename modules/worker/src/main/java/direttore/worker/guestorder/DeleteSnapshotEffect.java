package direttore.worker.guestorder;

import direttore.domain.guest.SnapshotName;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.util.Optional;
import java.util.Set;

/** Forgets a snapshot. One that is gone is as good as forgotten. */
final class DeleteSnapshotEffect implements GuestEffect {
  private final Hypervisor hypervisor;
  private final UnclaimedTasks unclaimed;
  private final SnapshotName name;

  DeleteSnapshotEffect(Hypervisor hypervisor, Operations operations, SnapshotName name) {
    this.hypervisor = hypervisor;
    this.unclaimed = new UnclaimedTasks(hypervisor, operations);
    this.name = name;
  }

  @Override
  public String doing(Operation operation) {
    return "delete snapshot %s of %s".formatted(name, GuestOrder.guest(operation));
  }

  @Override
  public Upid ask(Operation operation) {
    return hypervisor.deleteSnapshot(GuestOrder.guest(operation), name);
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    return unclaimed.look(
        operation, Set.of("qmdelsnapshot", "vzdelsnapshot"), evidence, this::holds);
  }

  @Override
  public boolean holds(Operation operation) {
    return hypervisor
        .snapshots(GuestOrder.guest(operation))
        .filter(tree -> tree.find(name).isEmpty())
        .isPresent();
  }

  @Override
  public boolean needsProof() {
    return true;
  }

  @Override
  public Optional<String> already(Operation operation) {
    return Optional.of(
        "%s had no snapshot %s any more".formatted(GuestOrder.guest(operation), name));
  }
}
