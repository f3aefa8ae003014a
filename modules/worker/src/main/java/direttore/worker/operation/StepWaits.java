package direttore.worker.operation;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Workers.Presence;
import direttore.domain.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waiting that the row shows, that has an end, and that a request to cancel ends where that is
 * safe.
 */
final class StepWaits {
  private static final Duration DOUBT = Duration.ofSeconds(30);
  private static final Duration SIGN_IN = Duration.ofMinutes(3);
  private static final Duration HA_PATIENCE = Duration.ofMinutes(5);
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
  private final Patience ha;

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
    this.ha = patience(context, HA_PATIENCE);
  }

  private static Patience patience(RunContext context, Duration most) {
    return new Patience(most, context.time(), context.random());
  }

  /**
   * Waits a while for a lock that was run against, or fails so. It is looked at, not run against
   * again.
   *
   * @param look who holds it now, as far as that shows
   * @param cancellable whether nothing is under way that a cancel would leave behind
   */
  void forLock(
      String holder, Supplier<Optional<String>> look, String failure, boolean cancellable) {
    var failed = new RunStop.Failed("locked", failure);
    refuseWaiting(failed);
    await(locks, "locked by " + holder, failed, cancellable);
    whileLocked(look, failed, cancellable);
  }

  /** As {@link #forLock}, before anything was asked for: what is not locked is not waited for. */
  void whileLocked(Supplier<Optional<String>> look, String failure, boolean cancellable) {
    whileLocked(look, new RunStop.Failed("locked", failure), cancellable);
  }

  private void whileLocked(
      Supplier<Optional<String>> look, RunStop.Failed failed, boolean cancellable) {
    for (var by = look.get(); by.isPresent(); by = look.get()) {
      refuseWaiting(failed);
      var what = "locked by " + by.get();
      if (locks.over()) {
        throw tooLong(locks, what, failed);
      }
      ledger.waitingFor(what, locks.left());
      pause(what, BETWEEN_LOCK_READS, cancellable);
    }
  }

  private void refuseWaiting(RunStop.Failed failed) {
    if (!GuestOrder.of(ledger.operation()).terms().waitsForLock()) {
      throw failed.after("it was not to wait for locks");
    }
  }

  /** Waits a while for Proxmox to answer again, or fails so. */
  void forProxmox(String trouble, String failure, boolean cancellable) {
    var failed = new RunStop.Failed("unreachable", failure);
    await(outages, "for Proxmox: " + trouble, failed, cancellable);
  }

  /** Waits a little for Proxmox to accept the credentials again, or fails so. */
  void forSignIn(String trouble, String failure, boolean cancellable) {
    var failed = new RunStop.Failed("forbidden", failure);
    await(signIns, "for Proxmox: " + trouble, failed, cancellable);
  }

  void proxmoxAnswered() {
    signIns.restore();
    outages.restore();
  }

  /** Waits a while for the HA manager to act, or fails so. */
  void forHa(String failure) {
    await(ha, "for the HA manager", new RunStop.Failed("ha-timeout", failure), true);
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
  void pause(String what, Duration wait, boolean cancellable) {
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
  void forPresence() {
    while (!presence.held()) {
      signals.leaveIfStopping();
      signals.listen(MOMENT);
    }
  }

  void show(String what) {
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
