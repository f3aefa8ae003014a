package direttore.worker.operation;

import direttore.domain.operation.Operations;
import direttore.domain.time.Signal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Tells the runs of this process twice a second what people ask of their operations. */
final class CancelPoll implements Runnable {
  private static final System.Logger LOG = System.getLogger(CancelPoll.class.getName());
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private final Operations operations;
  private final Map<UUID, RunSignals> carried;
  private final Signal signal;
  private final BooleanSupplier over;

  /**
   * @param signal raised when a run begins, or all end
   */
  CancelPoll(
      Operations operations, Map<UUID, RunSignals> carried, Signal signal, BooleanSupplier over) {
    this.operations = operations;
    this.carried = carried;
    this.signal = signal;
    this.over = over;
  }

  @Override
  public void run() {
    while (!over.getAsBoolean()) {
      try {
        signal.await(carried.isEmpty() ? IDLE : BETWEEN);
        poll();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "could not read what is asked of operations", e);
      }
    }
  }

  /** Asks once. */
  void poll() {
    if (!carried.isEmpty()) {
      var cancelled = operations.cancelRequested();
      var watched = operations.watched();
      carried.forEach((id, signals) -> signals.hear(cancelled.contains(id), watched.contains(id)));
    }
  }
}
