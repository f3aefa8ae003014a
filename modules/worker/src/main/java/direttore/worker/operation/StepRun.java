package direttore.worker.operation;

import direttore.domain.guest.GuestRef;
import direttore.domain.guest.HalfMade;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One step, from wherever it stands to its end. What may have been asked for already is looked for
 * before it is asked for again.
 */
final class StepRun {
  private static final System.Logger LOG = System.getLogger(StepRun.class.getName());
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final int MOST_MOVES = 10;
  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);
  private final RunContext context;
  private final Ledger ledger;
  private final RunSignals signals;
  private final String key;
  private final GuestStep step;
  private final Effect effect;
  private final StepWaits waits;
  private final TaskStep task;
  private final Collisions collisions;
  private int moves;
  private boolean maybeAsked;
  private boolean laned;
  private long asked;
  private Lanes.@Nullable Ticket ticket;

  StepRun(RunContext context, Ledger ledger, RunSignals signals, String key) {
    this.context = context;
    this.ledger = ledger;
    this.signals = signals;
    this.key = key;
    this.step = (GuestStep) ledger.step(key).kind();
    this.effect = new Effects(context).of(ledger.operation(), step);
    this.waits = new StepWaits(context, ledger, signals);
    this.task = new TaskStep(context, ledger, signals, effect, waits);
    this.collisions = new Collisions(context, ledger);
    // When it was asked for by a worker before is not known: as late as can be.
    this.asked = context.time().nanos();
  }

  private Instant started() {
    var started = ledger.step(key).started();
    return started == null ? context.time().now() : started;
  }

  /** Sees the step through. */
  void run() {
    try {
      var next = first();
      while (!(next instanceof Next.Done)) {
        next = advance(next);
      }
      ledger.done(key);
    } finally {
      if (ticket != null) {
        ticket.close();
        leaveLanes();
      }
    }
  }

  private Next first() {
    var stored = ledger.step(key);
    if (stored.state() == Step.State.PENDING) {
      return new Next.Ask();
    }
    maybeAsked = true;
    var task = stored.upid();
    return task == null ? new Next.Look(false) : new Next.Await(task, false);
  }

  private Next advance(Next next) {
    try {
      return switch (next) {
        case Next.Ask n -> ask();
        case Next.Look n -> look(n);
        case Next.Await n -> await(n);
        case Next.Renumber n -> renumber(n.message());
        case Next.Prove n -> effect.holds(operation()) ? new Next.Done() : disproved();
        case Next.Verify n -> verify(n);
        case Next.Settle n -> settle();
        case Next.Done n -> n;
      };
    } catch (HypervisorFailure e) {
      return recover(next, e);
    }
  }

  private Next ask() {
    signals.check();
    takeTurn();
    waits.forPresence();
    new Before(context, ledger, step, effect, waits, task).check(!maybeAsked);
    ledger.begun(key);
    asked = context.time().nanos();
    var upid = effect.ask(operation());
    waits.proxmoxAnswered();
    if (upid == null) {
      effect.did().ifPresent(what -> ledger.warned(List.of(what)));
      return new Next.Done();
    }
    ledger.tracked(key, upid);
    return new Next.Await(upid, true);
  }

  private void takeTurn() {
    var lanes = effect.lanes(operation());
    if (ticket != null || lanes.isEmpty()) {
      return;
    }
    var requested = context.lanes().request(lanes, operation().requestedBy(), signals.signal());
    ticket = requested;
    while (!requested.in()) {
      waits.listen("for its turn: " + lanes.getFirst().name(), A_WHILE);
    }
    // First in this process, in order; then among all of them.
    var room = lanes.stream().collect(Collectors.toMap(Lanes.Lane::name, Lanes.Lane::room));
    while (!context.operations().takeTurn(operation(), room)) {
      waits.pause("for its turn: " + lanes.getFirst().name(), BETWEEN_TURNS, true);
    }
    laned = true;
  }

  private void leaveLanes() {
    if (laned) {
      try {
        context.operations().endTurn(operation());
      } catch (RuntimeException e) {
        LOG.log(Level.DEBUG, "the operation leaves its lanes when it ends", e);
      }
    }
  }

  private Next look(Next.Look look) {
    var found = effect.look(operation(), new Evidence(started(), sinceAsked(), task.spent()));
    waits.proxmoxAnswered();
    return switch (found) {
      case Found.Done f -> new Next.Done();
      case Found.Task f -> {
        ledger.tracked(key, f.upid());
        yield new Next.Await(f.upid(), false);
      }
      case Found.Unclear f -> waits.forClarity(f) ? look : stuck(f);
      case Found.Foreign f ->
          new Next.Renumber("VMID %s is taken".formatted(GuestOrder.guest(operation()).vmid()));
      case Found.Nothing f -> look.taken() ? new Next.Renumber(takenUnseen()) : new Next.Ask();
    };
  }

  private Duration sinceAsked() {
    return Duration.ofNanos(context.time().nanos() - asked);
  }

  private String takenUnseen() {
    return "VMID %s is taken: a guest on another node has it, or a volume of it is left"
        .formatted(GuestOrder.guest(operation()).vmid());
  }

  private Next stuck(Found.Unclear found) {
    var state = context.hypervisor().state(GuestOrder.guest(operation()));
    var lock = state.map(GuestState::lock).orElse("");
    if (HalfMade.is(lock)
        && (!GuestOrder.action(operation()).creates()
            || !GuestOrder.of(operation()).vmidChosen())) {
      throw new RunStop.Failed("locked", HalfMade.remedy(GuestOrder.guest(operation()), lock));
    }
    if (!GuestOrder.action(operation()).creates()
        || state.filter(s -> GuestMaking.ours(operation(), s)).isPresent()) {
      throw new RunStop.Failed(
          "locked",
          "%s stays %s and no task works on it"
              .formatted(GuestOrder.guest(operation()), found.why()));
    }
    return new Next.Renumber(
        "VMID %s is taken, %s".formatted(GuestOrder.guest(operation()).vmid(), found.why()));
  }

  private Next renumber(String message) {
    collisions.renumber(message);
    maybeAsked = false;
    return new Next.Ask();
  }

  private Next await(Next.Await next) {
    if (ticket == null) {
      var lanes = effect.lanes(operation());
      ticket = context.lanes().join(lanes, operation().requestedBy(), signals.signal());
      // It is in them since the worker that began it.
      laned = !lanes.isEmpty();
    }
    var then = task.await(next);
    // A task that failed on a lock may have a second one of ours behind it.
    maybeAsked |= then instanceof Next.Look;
    return then;
  }

  /** The task was a stranger's, so that what we want is to be made still, or the VMID is taken. */
  private Next disproved() {
    return new Next.Look(GuestOrder.action(operation()).creates());
  }

  private Next verify(Next.Verify wanted) {
    if (!effect.holds(operation())) {
      throw new RunStop.Failed(wanted.type(), wanted.message());
    }
    if (!maybeAsked) {
      effect.already(operation()).ifPresent(w -> ledger.warned(List.of(w)));
    }
    return new Next.Done();
  }

  private Next settle() {
    if (effect.holds(operation())) {
      return new Next.Done();
    }
    waits.forHa(task.said("the HA manager did not do it"));
    return new Next.Settle();
  }

  private Next recover(Next next, HypervisorFailure failure) {
    var message = String.valueOf(failure.getMessage());
    var said = task.said(message);
    return switch (failure) {
      case HypervisorFailure.Locked e -> {
        waits.forLock(e.holder(), task::lock, said, !maybeAsked);
        yield next;
      }
      case HypervisorFailure.Unreachable e -> {
        waits.forProxmox(message, said, !maybeAsked);
        // Nothing was done, says such a failure; but a guest of ours must not be taken for
        // another's.
        maybeAsked |= next instanceof Next.Ask;
        yield next;
      }
      case HypervisorFailure.NotSignedIn e -> {
        waits.forSignIn(message, said, !maybeAsked);
        maybeAsked |= next instanceof Next.Ask;
        yield next;
      }
      case HypervisorFailure.AnswerLost e -> answerLost(next, message);
      case HypervisorFailure.Exists e when !GuestOrder.action(operation()).creates() ->
          new Next.Verify("exists", said);
      case HypervisorFailure.Exists e ->
          maybeAsked ? new Next.Look(true) : new Next.Renumber(message);
      case HypervisorFailure.Moved e -> moved(next, e);
      case HypervisorFailure.Absent e -> new Next.Verify("not-found", said);
      case HypervisorFailure.WrongState e -> new Next.Verify("wrong-state", said);
      case HypervisorFailure.Refused e ->
          throw new RunStop.Failed("refused", task.said(TaskText.withParameters(e)));
      case HypervisorFailure.Forbidden e -> throw new RunStop.Failed("forbidden", said);
    };
  }

  /** Goes on where the guest is now; a VMID that another guest has got elsewhere is taken. */
  private Next moved(Next next, HypervisorFailure.Moved failure) {
    var operation = operation();
    var made =
        !GuestOrder.action(operation).creates() || !operation.steps().getFirst().key().equals(key);
    if (made || GuestMaking.ours(operation, context.hypervisor().state(failure.to()))) {
      follow(failure.to());
      return next;
    }
    return new Next.Renumber(
        "VMID %s is taken: a guest on %s has it"
            .formatted(GuestOrder.guest(operation).vmid(), failure.to().node()));
  }

  private void follow(GuestRef to) {
    moves++;
    if (moves > MOST_MOVES) {
      throw new RunStop.Failed(
          "moved", task.said("it moved again and again, to %s at last".formatted(to.node())));
    }
    ledger.moved(to.node());
  }

  private Next answerLost(Next next, String message) {
    maybeAsked |= next instanceof Next.Ask;
    waits.forProxmox(message, task.said(message), false);
    return next instanceof Next.Ask ? new Next.Look(false) : next;
  }

  private Operation operation() {
    return ledger.operation();
  }
}
