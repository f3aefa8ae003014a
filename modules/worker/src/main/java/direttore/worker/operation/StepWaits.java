package direttore.worker.operation;

import direttore.domain.operation.Workers.Presence;
import java.time.Duration;

/**
 * Waiting that the row shows, that has an end, and that a wish to cancel ends where that is safe.
 */
final class StepWaits {
  private static final Duration DOUBT = Duration.ofSeconds(30);
  private static final Duration SIGN_IN = Duration.ofMinutes(3);
  private static final Duration HA_PATIENCE = Duration.ofMinutes(5);
  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private final Ledger ledger;
  private final Ear ear;
  private final Presence presence;
  private final Patience locks;
  private final Patience outages;
  private final Patience signIns;
  private final Patience doubts;
  private final Patience ha;

  StepWaits(Means means, Ledger ledger, Ear ear) {
    this.ledger = ledger;
    this.ear = ear;
    this.presence = means.presence();
    this.locks = patience(means, means.settings().lockPatience());
    this.outages = patience(means, means.settings().outagePatience());
    this.signIns = patience(means, SIGN_IN);
    this.doubts = patience(means, DOUBT);
    this.ha = patience(means, HA_PATIENCE);
  }

  private static Patience patience(Means means, Duration most) {
    return new Patience(most, means.time(), means.random());
  }

  /**
   * Waits a while for a lock to go, or fails so.
   *
   * @param cancellable whether nothing is under way that a cancel would leave behind
   */
  void forLock(String holder, String failure, boolean cancellable) {
    await(locks, "locked by " + holder, new Halt.Failed("locked", failure), cancellable);
  }

  /** Waits a while for Proxmox to answer again, or fails so. */
  void forProxmox(String trouble, String failure, boolean cancellable) {
    var failed = new Halt.Failed("unreachable", failure);
    await(outages, "for Proxmox: " + trouble, failed, cancellable);
  }

  /** Waits a little for Proxmox to accept the credentials again, or fails so. */
  void forSignIn(String trouble, String failure, boolean cancellable) {
    var failed = new Halt.Failed("forbidden", failure);
    await(signIns, "for Proxmox: " + trouble, failed, cancellable);
  }

  void proxmoxAnswered() {
    signIns.restore();
    outages.restore();
  }

  /** Waits a while for the HA manager to act, or fails so. */
  void forHa(String failure) {
    await(ha, "for the HA manager", new Halt.Failed("ha-timeout", failure), true);
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

  private void await(Patience patience, String what, Halt.Failed failed, boolean cancellable) {
    var wait = patience.next();
    if (wait.isEmpty()) {
      throw failed.after("waited %d minutes, %s".formatted(patience.most().toMinutes(), what));
    }
    pause(what, wait.get(), cancellable);
  }

  void pause(String what, Duration wait, boolean cancellable) {
    show(what);
    check(cancellable);
    ear.listen(wait);
    check(cancellable);
  }

  /** Waits until the others count on this worker again; nothing is asked for meanwhile. */
  void forPresence() {
    while (!presence.held()) {
      ear.leaveIfStopping();
      ear.listen(MOMENT);
    }
  }

  void show(String what) {
    ledger.waitingFor(what);
  }

  private void check(boolean cancellable) {
    if (cancellable) {
      ear.check();
    } else {
      ear.leaveIfStopping();
    }
  }
}
