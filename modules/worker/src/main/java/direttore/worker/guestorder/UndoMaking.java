package direttore.worker.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.guest.HalfMade;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import direttore.domain.system.SystemFailure;
import direttore.domain.task.TaskEnd;
import direttore.worker.operation.Undo;
import direttore.worker.operation.Undone;
import direttore.worker.operation.Work;
import direttore.worker.task.TaskResult;
import java.util.Optional;

/** Removes a guest that is half made, and keeps one that only has to be started. */
final class UndoMaking implements Undo {
  private final GuestContext context;
  private final Work work;

  UndoMaking(GuestContext context, Work work) {
    this.context = context;
    this.work = work;
  }

  @Override
  public Undone takeBack(Operation operation) {
    var current = operation;
    while (true) {
      try {
        return look(current);
      } catch (HypervisorFailure.Moved e) {
        if (elsewhere(current, e.to())) {
          return new Undone.Gone("nothing was made");
        }
        work.ledger().reordered(GuestOrder.movedTo(current, e.to().node()));
        current = work.operation();
      }
    }
  }

  /** What the first step made may be there still, though nobody could look. */
  @Override
  public Undone unseen(Operation operation, SystemFailure failure) {
    var guest = GuestOrder.guest(operation);
    var words =
        "what is left of %s could not be seen or removed: %s".formatted(guest, failure.said());
    return made(operation) ? Remnant.unseen(words, guest).kept() : new Undone.Kept(words, null);
  }

  private static boolean made(Operation operation) {
    return operation.steps().getFirst().state() == Step.State.DONE;
  }

  /** Whether what has the VMID on another node is none that the operation has made. */
  private boolean elsewhere(Operation operation, GuestRef to) {
    return !made(operation) && !GuestMaking.ours(operation, context.hypervisor().state(to));
  }

  private Undone look(Operation operation) {
    return context
        .hypervisor()
        .state(GuestOrder.guest(operation))
        .map(s -> undone(operation, s))
        .orElseGet(() -> new Undone.Gone("nothing is left of " + GuestOrder.guest(operation)));
  }

  private Undone undone(Operation operation, GuestState state) {
    var guest = GuestOrder.guest(operation);
    if (!GuestMaking.ours(operation, state)) {
      if (made(operation)) {
        // An earlier operation made it, and this one was to finish it.
        return Remains.made(guest, state).kept();
      }
      return operation.upid().isEmpty()
          ? new Undone.Gone("nothing was made")
          : notMarked(guest, state).kept();
    }
    var next = operation.nextStep().map(Step::kind);
    return next.equals(Optional.of(GuestStep.START))
        ? Remains.made(guest, state).kept()
        : remove(guest, state);
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

  private Undone remove(GuestRef guest, GuestState state) {
    if (state.running()) {
      return Remnant.of(left(guest, "running"), guest, state).kept();
    }
    work.waits().show("for the partly created guest to be removed");
    work.waits().forPresence();
    work.ledger().confirm();
    var task = context.hypervisor().destroy(guest);
    var wait = new TaskWait(context, work, task, "being cancelled");
    return switch (wait.result()) {
      case TaskResult.Ended r when r.end() instanceof TaskEnd.Failed f ->
          Remnant.of(left(guest, f.text()), guest, state).kept();
      case TaskResult.Ended r ->
          new Undone.Gone("the partly created %s was removed".formatted(guest));
      case TaskResult.Vanished r ->
          Remnant.unseen(left(guest, "Proxmox no longer knows the task that removes it"), guest)
              .kept();
    };
  }
}
