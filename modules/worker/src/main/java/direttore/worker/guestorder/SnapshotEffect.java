package direttore.worker.guestorder;

import direttore.domain.guest.SnapshotTree.Snapshot;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Step;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Takes a snapshot. It is ours when it bears the name, is whole, and is not older than the step:
 * there can be only one of a name.
 */
final class SnapshotEffect implements GuestEffect {
  private final Hypervisor hypervisor;
  private final UnclaimedTasks unclaimed;
  private final GuestAction.TakeSnapshot order;

  SnapshotEffect(Hypervisor hypervisor, Operations operations, GuestAction.TakeSnapshot order) {
    this.hypervisor = hypervisor;
    this.unclaimed = new UnclaimedTasks(hypervisor, operations);
    this.order = order;
  }

  @Override
  public String doing(Operation operation) {
    return "take snapshot %s of %s".formatted(order.name(), GuestOrder.guest(operation));
  }

  @Override
  public Upid ask(Operation operation) {
    return hypervisor.takeSnapshot(
        GuestOrder.guest(operation), order.name(), order.description(), order.ram());
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    return unclaimed.look(operation, Set.of("qmsnapshot", "vzsnapshot"), evidence, this::holds);
  }

  @Override
  public boolean holds(Operation operation) {
    return hypervisor
        .snapshots(GuestOrder.guest(operation))
        .flatMap(tree -> tree.find(order.name()))
        .filter(snapshot -> ours(operation, snapshot))
        .isPresent();
  }

  private boolean ours(Operation operation, Snapshot snapshot) {
    var begun =
        operation.steps().stream()
            .filter(s -> s.kind() == GuestStep.SNAPSHOT)
            .map(Step::started)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Instant.MAX);
    var created = snapshot.created();
    return snapshot.unfinished() == null
        && created != null
        && created.minus(hypervisor.ahead()).plus(UnclaimedTasks.CLOCK_SKEW).isAfter(begun);
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
