package direttore.simulator.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** The time by which simulated tasks run and locks expire. */
public sealed interface TaskClock permits RealClock, ManualClock {

  /** The machine's own time. */
  static TaskClock real() {
    return new RealClock();
  }

  /** Time that stands still until {@link ManualClock#advance} moves it. */
  static ManualClock manual(Instant start) {
    return new ManualClock(start);
  }

  /** The present moment. */
  Instant now();

  /** The same time for those who only read it, in UTC. */
  Clock reader();

  /** Waits until that moment; returns at once when it has passed. */
  void sleepUntil(Instant due) throws InterruptedException;

  /**
   * Waits on a condition, whose lock the caller holds, for a signal or that moment; may return
   * early, so the caller looks again.
   */
  void await(Condition changed, Instant due) throws InterruptedException;
}
