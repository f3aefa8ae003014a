package direttore.worker.operation;

import java.time.Duration;

/** Waiting that the row shows, and that ends with the wish to cancel where that is safe. */
final class StepWaits {
  private final Ledger ledger;
  private final Ear ear;

  StepWaits(Ledger ledger, Ear ear) {
    this.ledger = ledger;
    this.ear = ear;
  }

  /**
   * Waits until the next try, or fails when patience is at its end.
   *
   * @param cancellable whether nothing is under way that a cancel would leave behind
   */
  void await(Patience patience, String what, String type, String message, boolean cancellable) {
    var wait =
        patience
            .next()
            .orElseThrow(() ->
                new Halt.Failed(
                    type,
                    "%s (waited %d minutes %s)"
                        .formatted(message, patience.most().toMinutes(), what)));
    pause(what, wait, cancellable);
  }

  void pause(String what, Duration wait, boolean cancellable) {
    show(what);
    check(cancellable);
    ear.listen(wait);
    check(cancellable);
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
