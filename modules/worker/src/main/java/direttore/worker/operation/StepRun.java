package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
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
  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);
  private final RunContext context;
  private final Ledger ledger;
  private final RunSignals signals;
  private final String key;
  private final Effect effect;
  private final StepWaits waits;
  private boolean maybeAsked;
  private boolean laned;
  private long asked;
  private Lanes.@Nullable Ticket ticket;

  StepRun(Work work, Family family, String key) {
    this.context = work.context();
    this.ledger = work.ledger();
    this.signals = work.signals();
    this.waits = work.waits();
    this.key = key;
    this.effect = family.effect(work, ledger.step(key));
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
    var handle = stored.handle();
    return handle == null ? new Next.Look(false) : new Next.Await(handle, false);
  }

  private Next advance(Next next) {
    try {
      return switch (next) {
        case Next.Ask n -> ask();
        case Next.Look n -> look(n);
        case Next.Await n -> await(n);
        case Next.Rename n -> rename(n.taken());
        case Next.Prove n -> effect.holds(operation()) ? new Next.Done() : disproved();
        case Next.Verify n -> verify(n);
        case Next.Settle n -> settle(n);
        case Next.Done n -> n;
      };
    } catch (SystemFailure e) {
      return effect.recover(next, e).orElseGet(() -> recover(next, e));
    }
  }

  private Next ask() {
    signals.check();
    takeTurn();
    waits.forPresence();
    waits.whileHindered(effect, !maybeAsked);
    ledger.begun(key);
    asked = context.time().nanos();
    var handle = effect.ask(operation());
    waits.answered();
    if (handle == null) {
      effect.did().ifPresent(what -> ledger.warned(List.of(what)));
      return new Next.Done();
    }
    ledger.tracked(key, handle);
    return new Next.Await(handle, true);
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
    var found = effect.look(operation(), new Evidence(started(), sinceAsked(), look.taken()));
    waits.answered();
    return switch (found) {
      case Found.Done f -> new Next.Done();
      case Found.Tracked f -> {
        ledger.tracked(key, f.handle());
        yield new Next.Await(f.handle(), false);
      }
      case Found.Unclear f -> waits.forClarity(f) ? look : effect.unclear(operation(), f);
      case Found.Foreign f -> new Next.Rename(f.taken());
      case Found.Nothing f -> new Next.Ask();
    };
  }

  private Duration sinceAsked() {
    return Duration.ofNanos(context.time().nanos() - asked);
  }

  private Next rename(String taken) {
    effect.rename(operation(), taken);
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
    var then = effect.await(next);
    // What failed on a lock may have a second one of ours behind it.
    maybeAsked |= then instanceof Next.Look;
    return then;
  }

  /** What was found was a stranger's: what we want is to be made still, or its name is taken. */
  private Next disproved() {
    return new Next.Look(effect.makes());
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

  private Next settle(Next.Settle settle) {
    if (effect.holds(operation())) {
      return new Next.Done();
    }
    waits.forOthers(settle);
    return settle;
  }

  private Next recover(Next next, SystemFailure failure) {
    var said = effect.couldNot(operation(), failure.said());
    return switch (failure.kind()) {
      case Kind.Locked k -> {
        waits.forLock(effect, k.holder(), said, !maybeAsked);
        yield next;
      }
      case Kind.Unreachable k -> {
        waits.forAnswer(failure, said, !maybeAsked);
        // Nothing was done, says such a failure; but what is ours must not be taken for another's.
        maybeAsked |= next instanceof Next.Ask;
        yield next;
      }
      case Kind.NotSignedIn k -> {
        waits.forSignIn(failure, said, !maybeAsked);
        maybeAsked |= next instanceof Next.Ask;
        yield next;
      }
      case Kind.AnswerLost k -> answerLost(next, failure, said);
      case Kind.Exists k -> exists(failure, said);
      case Kind.Absent k -> new Next.Verify("not-found", said);
      case Kind.Elsewhere k -> new Next.Verify("not-found", said);
      case Kind.WrongState k -> new Next.Verify("wrong-state", said);
      case Kind.Refused k ->
          throw new RunStop.Failed("refused", effect.couldNot(operation(), failure.explained()));
      case Kind.Forbidden k -> throw new RunStop.Failed("forbidden", said);
    };
  }

  private Next exists(SystemFailure failure, String said) {
    if (!effect.makes()) {
      return new Next.Verify("exists", said);
    }
    return maybeAsked ? new Next.Look(true) : new Next.Rename(failure.said());
  }

  private Next answerLost(Next next, SystemFailure failure, String said) {
    maybeAsked |= next instanceof Next.Ask;
    waits.forAnswer(failure, said, false);
    return next instanceof Next.Ask ? new Next.Look(false) : next;
  }

  private Operation operation() {
    return ledger.operation();
  }
}
