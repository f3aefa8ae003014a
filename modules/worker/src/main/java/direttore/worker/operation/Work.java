package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.system.SystemFailure;
import direttore.domain.time.Time;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** An operation in the hands of a worker, for the family that knows how it is carried out. */
public final class Work {
  private static final Duration CLEARING_UP = Duration.ofMinutes(1);
  private final RunContext context;
  private final Ledger ledger;
  private final RunSignals signals;
  private final StepWaits waits;

  Work(RunContext context, Ledger ledger, RunSignals signals) {
    this.context = context;
    this.ledger = ledger;
    this.signals = signals;
    this.waits = new StepWaits(context, ledger, signals);
  }

  RunContext context() {
    return context;
  }

  /** As it stands in its row now. */
  public Operation operation() {
    return ledger.operation();
  }

  /** Its row. */
  public Ledger ledger() {
    return ledger;
  }

  /** What reaches it from outside. */
  public RunSignals signals() {
    return signals;
  }

  /** Its ways of waiting. */
  public StepWaits waits() {
    return waits;
  }

  /** The clock it goes by. */
  public Time time() {
    return context.time();
  }

  /**
   * Tries until it succeeds, as a system may still be clearing up after what was interrupted.
   *
   * @param otherwise what to answer when the failure lasts
   */
  public <T> T patiently(Supplier<T> attempt, Function<SystemFailure, T> otherwise) {
    var patience = patience(CLEARING_UP);
    while (true) {
      try {
        return attempt.get();
      } catch (SystemFailure e) {
        var wait = patience.next();
        if (wait.isEmpty() || !e.kind().passes()) {
          return otherwise.apply(e);
        }
        waits.pause("being cancelled", wait.get(), false);
      }
    }
  }

  /** How long to wait for what passes by itself. */
  public Patience patience(Duration most) {
    return new Patience(most, context.time(), context.random());
  }
}
