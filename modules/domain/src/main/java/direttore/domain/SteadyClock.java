package direttore.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock for how long things take: it begins with the time of another, and goes on whatever is
 * done to that one. What it shows is not for people.
 */
public final class SteadyClock extends Clock {
  private final ZoneId zone;
  private final Instant begun;
  private final long nanos;

  private SteadyClock(ZoneId zone, Instant begun, long nanos) {
    this.zone = zone;
    this.begun = begun;
    this.nanos = nanos;
  }

  /** Begins with the time that the other clock shows now. */
  public static SteadyClock from(Clock clock) {
    return new SteadyClock(clock.getZone(), clock.instant(), System.nanoTime());
  }

  @Override
  public Instant instant() {
    return begun.plusNanos(System.nanoTime() - nanos);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SteadyClock(other, begun, nanos);
  }

  /**
   * Whether something of then is younger than that. What seems to be of the future is not: the
   * clock was set back, so nobody knows.
   */
  public static boolean younger(Instant then, Duration age, Instant now) {
    return !then.isAfter(now) && now.isBefore(then.plus(age));
  }
}
