package direttore.worker.operation;

import direttore.domain.time.Signal;
import java.time.Duration;

/**
 * What reaches a run from outside while it works: a request to cancel, a look, the process's end.
 */
public final class RunSignals {
  private final Signal signal;
  private volatile boolean cancelRequested;
  private volatile boolean watched;
  private volatile boolean stopping;

  RunSignals(Signal signal) {
    this.signal = signal;
  }

  /** Raised with any news. */
  public Signal signal() {
    return signal;
  }

  /** Whether someone cancels it. */
  public boolean cancelRequested() {
    return cancelRequested;
  }

  /** Whether someone looks at it. */
  public boolean watched() {
    return watched;
  }

  void hear(boolean cancel, boolean look) {
    watched = look;
    if (cancel && !cancelRequested) {
      cancelRequested = true;
      signal.raise();
    }
  }

  void stop() {
    stopping = true;
    signal.raise();
  }

  /** Halts when someone cancels, or the process ends: to be asked before each effect. */
  void check() {
    leaveIfStopping();
    if (cancelRequested) {
      throw new RunStop.Cancelled();
    }
  }

  /** Halts when the process ends. */
  public void leaveIfStopping() {
    if (stopping) {
      throw new RunStop.Left();
    }
  }

  /** Waits for news, at most so long. */
  public void listen(Duration most) {
    try {
      signal.await(most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunStop.Left();
    }
  }
}
