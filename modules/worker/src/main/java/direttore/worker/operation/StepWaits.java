package direttore.worker.operation;

import direttore.domain.operation.Workers.Presence;
import direttore.domain.system.SystemFailure;
import direttore.domain.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waiting that the row shows, that has an end, and that a request to cancel ends where that is
 * safe.
 */
public final class StepWaits {
  private static final Duration DOUBT = Duration.ofSeconds(30);
  private static final Duration SIGN_IN = Duration.ofMinutes(3);
  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration BETWEEN_LOCK_READS = Duration.ofSeconds(3);
  // Each try that meets a lock which cannot be seen is a failed task in the log of the cluster.
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private final Ledger ledger;
  private final RunSignals signals;
  private final Presence presence;
  private final Time time;
  private final Patience locks;
  private final Patience outages;
  private final Patience signIns;
  private final Patience doubts;

  StepWaits(RunContext context, Ledger ledger, RunSignals signals) {
    this.ledger = ledger;
    this.signals = signals;
    this.presence = context.presence();
    this.time = context.time();
    this.locks =
        new Patience(
            context.settings().lockPatience(), BETWEEN_TRIES, context.time(), context.random());
    this.outages = patience(context, context.settings().outagePatience());
    this.signIns = patience(context, SIGN_IN);
    this.doubts = patience(context, DOUBT);
  }

  private static Patience patience(RunContext context, Duration most) {
    return new Patience(most, context.time(), context.random());
  }

  /**
   * Waits a while for a lock that the effect ran against, or fails so. It is looked at, not run
   * against again.
   *
   * @param cancellable whether nothing is under way that a cancel would leave behind
   */
  public void forLock(Effect effect, String holder, String failure, boolean cancellable) {
    var failed = new RunStop.Failed("locked", failure);
    refuseWaiting(effect, failed);
    await(locks, "locked by " + holder, failed, cancellable);
    whileLocked(effect, () -> effect.heldBy(ledger.operation()), failed, cancellable);
  }

  /** As {@link #forLock}, before anything was asked for: what is not locked is not waited for. */
  void whileHindered(Effect effect, boolean cancellable) {
    var failed = new RunStop.Failed("locked", effect.couldNot(ledger.operation(), "it is locked"));
    whileLocked(effect, () -> effect.hinderedBy(ledger.operation()), failed, cancellable);
  }

  private void whileLocked(
      Effect effect, Supplier<Optional<String>> look, RunStop.Failed failed, boolean cancellable) {
    for (var by = look.get(); by.isPresent(); by = look.get()) {
      refuseWaiting(effect, failed);
      var what = "locked by " + by.get();
      if (locks.over()) {
        throw tooLong(locks, what, failed);
      }
      ledger.waitingFor(what, locks.left());
      pause(what, BETWEEN_LOCK_READS, cancellable);
    }
  }

  private void refuseWaiting(Effect effect, RunStop.Failed failed) {
    if (!effect.waitsForHolders(ledger.operation())) {
      throw failed.after("it was not to wait for locks");
    }
  }

  /** Waits a while for a system to answer again, or fails so. */
  void forAnswer(SystemFailure trouble, String failure, boolean cancellable) {
    await(outages, what(trouble), new RunStop.Failed("unreachable", failure), cancellable);
  }

  /** Waits a little for a system to accept the credentials again, or fails so. */
  void forSignIn(SystemFailure trouble, String failure, boolean cancellable) {
    await(signIns, what(trouble), new RunStop.Failed("forbidden", failure), cancellable);
  }

  private static String what(SystemFailure trouble) {
    return "for %s: %s".formatted(trouble.system(), trouble.said());
  }

  void answered() {
    signIns.restore();
    outages.restore();
  }

  /** Waits a while for somebody to act, or fails so. */
  void forOthers(Next.Settle settle) {
    await(settle.patience(), "for " + settle.who(), settle.otherwise(), true);
  }

  /** Waits a while for a clearer view; whether there is any sense in looking again. */
  boolean forClarity(Found.Unclear view) {
    if (view.sure()) {
      pause(view.why(), BETWEEN_LOOKS, false);
      return true;
    }
    var wait = doubts.next();
    wait.ifPresent(w -> pause(view.why(), w, false));
    return wait.isPresent();
  }

  private void await(Patience patience, String what, RunStop.Failed failed, boolean cancellable) {
    var wait = patience.next();
    if (wait.isEmpty()) {
      throw tooLong(patience, what, failed);
    }
    ledger.waitingFor(what, patience.left());
    pause(what, wait.get(), cancellable);
  }

  private static RunStop.Failed tooLong(Patience patience, String what, RunStop.Failed failed) {
    return failed.after("waited %d minutes, %s".formatted(patience.most().toMinutes(), what));
  }

  /** Waits for the whole time: news that someone watches, or old ones, do not shorten it. */
  public void pause(String what, Duration wait, boolean cancellable) {
    show(what);
    check(cancellable);
    var begun = time.nanos();
    for (var left = wait; left.isPositive(); left = wait.minusNanos(time.nanos() - begun)) {
      signals.listen(left);
      check(cancellable);
    }
  }

  /** Waits until something is heard, at most so long. */
  void listen(String what, Duration most) {
    show(what);
    signals.check();
    signals.listen(most);
    signals.check();
  }

  /** Waits until the others count on this worker again; nothing is asked for meanwhile. */
  public void forPresence() {
    while (!presence.held()) {
      signals.leaveIfStopping();
      signals.listen(MOMENT);
    }
  }

  /** Shows what is waited for. */
  public void show(String what) {
    ledger.waitingFor(what);
  }

  private void check(boolean cancellable) {
    if (cancellable) {
      signals.check();
    } else {
      signals.leaveIfStopping();
    }
  }
}
