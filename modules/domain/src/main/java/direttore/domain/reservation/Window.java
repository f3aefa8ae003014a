package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A half-open time {@code [from, to)}, to the second: what ends when the next one begins does not
 * overlap it.
 */
public record Window(Instant from, Instant to) {
  /** Before this, nothing is reserved. */
  public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** After this, nothing is reserved. */
  public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  public Window {
    from = from.truncatedTo(ChronoUnit.SECONDS);
    to = to.truncatedTo(ChronoUnit.SECONDS);
    if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
      throw new Refusal.Invalid("start_dt", "must lie in the years 2000 to 2099");
    }
    if (to.isAfter(LATEST)) {
      throw new Refusal.Invalid("end_dt", "must lie in the years 2000 to 2099");
    }
    if (!from.isBefore(to)) {
      throw new Refusal.Invalid("end_dt", "must be after start_dt");
    }
  }

  /** The window of that length from then on. */
  public static Window of(Instant from, Duration length) {
    return new Window(from, from.plus(length));
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  public boolean overlaps(Window other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }

  /** The same with more before and after. */
  public Window widened(Duration before, Duration after) {
    return new Window(from.minus(before), to.plus(after));
  }

  @Override
  public String toString() {
    return from + "/" + to;
  }
}
