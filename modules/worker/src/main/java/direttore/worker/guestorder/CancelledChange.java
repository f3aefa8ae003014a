package direttore.worker.guestorder;

import direttore.domain.guest.SnapshotName;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import direttore.worker.operation.Work;
import java.util.Optional;

/** What a guest is like after someone cancelled a change of it, none of which is taken back. */
final class CancelledChange {
  private final GuestContext context;
  private final Work work;

  CancelledChange(GuestContext context, Work work) {
    this.context = context;
    this.work = work;
  }

  /** In words for people. */
  String left() {
    return work.patiently(
        this::look,
        failure ->
            "what is left of %s could not be seen or removed: %s"
                .formatted(GuestOrder.guest(work.operation()), failure.said()));
  }

  private String look() {
    while (true) {
      try {
        return look(work.operation());
      } catch (HypervisorFailure.Moved e) {
        work.ledger().reordered(GuestOrder.movedTo(work.operation(), e.to().node()));
      }
    }
  }

  private String look(Operation operation) {
    return switch (GuestOrder.action(operation)) {
      case GuestAction.Creation o ->
          throw new IllegalStateException(o.kind() + " changes no guest");
      case GuestAction.Power o ->
          "%s is %s".formatted(GuestOrder.guest(operation), running(operation));
      case GuestAction.Delete o -> ofDeleting(operation);
      case GuestAction.TakeSnapshot o -> ofSnapshot(operation, o.name());
      case GuestAction.DeleteSnapshot o -> ofSnapshot(operation, o.name());
      case GuestAction.RollBack o -> ofRollback(operation, o);
    };
  }

  private String ofDeleting(Operation operation) {
    var changed = new StringBuilder();
    for (var step : operation.steps()) {
      if (step.state() == Step.State.DONE && step.kind() == GuestStep.STOP) {
        changed.append("; it was stopped");
      }
    }
    for (var warning : operation.warnings()) {
      if (warning.equals(LeaveHaEffect.LEFT)) {
        changed.append("; ").append(warning);
      }
    }
    return state(operation).isPresent()
        ? GuestOrder.guest(operation) + " was not deleted" + changed
        : GuestOrder.guest(operation) + " is gone";
  }

  private String ofSnapshot(Operation operation, SnapshotName name) {
    var snapshot =
        context.hypervisor().snapshots(GuestOrder.guest(operation)).flatMap(t -> t.find(name));
    if (snapshot.isEmpty()) {
      return "%s has no snapshot %s".formatted(GuestOrder.guest(operation), name);
    }
    return snapshot.get().unfinished() == null
        ? "%s has a snapshot %s".formatted(GuestOrder.guest(operation), name)
        : "a partly created snapshot %s of %s is left; delete it by hand"
            .formatted(name, GuestOrder.guest(operation));
  }

  private String ofRollback(Operation operation, GuestAction.RollBack order) {
    var done = operation.steps().getFirst().state() == Step.State.DONE;
    return "%s was %srolled back to %s and is %s"
        .formatted(
            GuestOrder.guest(operation), done ? "" : "not ", order.name(), running(operation));
  }

  private String running(Operation operation) {
    return state(operation).map(s -> s.running() ? "running" : "stopped").orElse("gone");
  }

  private Optional<GuestState> state(Operation operation) {
    return context.hypervisor().state(GuestOrder.guest(operation));
  }
}
