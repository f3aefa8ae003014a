package direttore.worker.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.guest.HalfMade;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;
import direttore.domain.task.TaskEnd;
import direttore.worker.operation.Work;
import direttore.worker.task.TaskResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The end of an operation that someone cancelled: removes what is half made, says what is left. */
final class Cancellation {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private final GuestContext context;
  private final Work work;

  Cancellation(GuestContext context, Work work) {
    this.context = context;
    this.work = work;
  }

  /** What it leaves. */
  Failure left() {
    var left = patiently(this::remains);
    return new Failure(Failure.CANCELLED, left.words(), left.guest());
  }

  private Remnant remains() {
    var operation = operation();
    return GuestOrder.action(operation).creates()
        ? ofMaking(operation)
        : Remnant.none(ofChange(operation));
  }

  private String ofChange(Operation operation) {
    return switch (GuestOrder.action(operation)) {
      case GuestAction.CreateVm o ->
          throw new IllegalStateException(o.kind() + " changes no guest");
      case GuestAction.CreateContainer o ->
          throw new IllegalStateException(o.kind() + " changes no guest");
      case GuestAction.Power o ->
          "%s is %s".formatted(GuestOrder.guest(operation), running(operation));
      case GuestAction.Delete o -> ofDeleting(operation);
      case GuestAction.TakeSnapshot o -> ofSnapshot(operation, o.name());
      case GuestAction.DeleteSnapshot o -> ofSnapshot(operation, o.name());
      case GuestAction.RollBack o -> ofRollback(operation, o);
    };
  }

  private Remnant ofMaking(Operation operation) {
    return state(operation)
        .map(s -> ofMaking(operation, s))
        .orElseGet(() -> Remnant.none("nothing is left of " + GuestOrder.guest(operation)));
  }

  private Remnant ofMaking(Operation operation, GuestState state) {
    if (!GuestMaking.ours(operation, state)) {
      if (operation.steps().getFirst().state() == Step.State.DONE) {
        // An earlier operation made it, and this one was to finish it.
        return Remains.made(GuestOrder.guest(operation), state);
      }
      return operation.upid().isEmpty()
          ? Remnant.none("nothing was made")
          : notMarked(GuestOrder.guest(operation), state);
    }
    var next = operation.nextStep().map(Step::kind);
    return next.equals(Optional.of(GuestStep.START))
        ? Remains.made(GuestOrder.guest(operation), state)
        : remove(operation, state);
  }

  /** A lock of its making shows that it is the one of our task; otherwise it may be anybody's. */
  private static Remnant notMarked(GuestRef guest, GuestState state) {
    var lock = state.lock();
    return lock != null && HalfMade.is(lock)
        ? Remnant.of(HalfMade.remedy(guest, lock), guest, state)
        : Remnant.none(
            left(
                guest,
                lock == null ? "without our mark, so it was not touched" : "locked by " + lock));
  }

  private static String left(GuestRef guest, String why) {
    return "a partly created %s is left, %s; delete it by hand".formatted(guest, why);
  }

  private Remnant remove(Operation operation, GuestState state) {
    var guest = GuestOrder.guest(operation);
    if (state.running()) {
      return Remnant.of(left(guest, "running"), guest, state);
    }
    work.waits().show("for the partly created guest to be removed");
    work.waits().forPresence();
    work.ledger().confirm();
    var task = context.hypervisor().destroy(guest);
    var wait = new TaskWait(context, work, task, "being cancelled");
    return switch (wait.result()) {
      case TaskResult.Ended r when r.end() instanceof TaskEnd.Failed f ->
          Remnant.of(left(guest, f.text()), guest, state);
      case TaskResult.Ended r -> Remnant.none("the partly created %s was removed".formatted(guest));
      case TaskResult.Vanished r ->
          Remnant.unseen(left(guest, "Proxmox no longer knows the task that removes it"), guest);
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

  /** Proxmox may still be clearing up after the task that was interrupted. */
  private Remnant patiently(Supplier<Remnant> look) {
    var patience = work.patience(PATIENCE);
    while (true) {
      try {
        return look.get();
      } catch (HypervisorFailure.Moved e) {
        if (elsewhere(e.to())) {
          return Remnant.none("nothing was made");
        }
        work.ledger().reordered(GuestOrder.movedTo(operation(), e.to().node()));
      } catch (HypervisorFailure e) {
        var wait = patience.next();
        if (wait.isEmpty() || !e.kind().passes()) {
          return unseen(e);
        }
        work.waits().pause("being cancelled", wait.get(), false);
      }
    }
  }

  /** What the first step made may be there still, though nobody could look. */
  private Remnant unseen(HypervisorFailure failure) {
    var operation = operation();
    var words =
        "what is left of %s could not be seen or removed: %s"
            .formatted(GuestOrder.guest(operation), failure.getMessage());
    return GuestOrder.action(operation).creates()
            && operation.steps().getFirst().state() == Step.State.DONE
        ? Remnant.unseen(words, GuestOrder.guest(operation))
        : Remnant.none(words);
  }

  /** Whether what has the VMID on another node is none that the operation has made. */
  private boolean elsewhere(GuestRef to) {
    var operation = operation();
    return GuestOrder.action(operation).creates()
        && operation.steps().getFirst().state() != Step.State.DONE
        && !GuestMaking.ours(operation, context.hypervisor().state(to));
  }

  private Operation operation() {
    return work.operation();
  }
}
