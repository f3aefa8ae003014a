package direttore.domain.time;

import java.time.Clock;
import java.time.Instant;

/** What time it is, and ways to wait for a later one. */
public interface Time {
  Instant now();

  /** A count of nanoseconds that no change of the clock disturbs, for how long something takes. */
  long nanos();

  /** A new signal, not raised. */
  Signal signal();

  /** The time of the clock; waits take as long as they say. */
  static Time of(Clock clock) {
    return new Time() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public Signal signal() {
        return new SemaphoreSignal();
      }
    };
  }
}
