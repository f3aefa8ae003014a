package direttore.worker.time;

import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Real time with a clock that can be set to another. */
public final class ChangedTime implements Time {
  private final Time real = Time.of(Clock.systemUTC());
  private volatile Duration changed = Duration.ZERO;

  /** Sets the clock. */
  public void change(Duration by) {
    changed = by;
  }

  /** The same time where the clock is never changed. */
  public Time elsewhere() {
    return real;
  }

  @Override
  public Instant now() {
    return real.now().plus(changed);
  }

  @Override
  public long nanos() {
    return real.nanos();
  }

  @Override
  public Signal signal() {
    return real.signal();
  }
}
