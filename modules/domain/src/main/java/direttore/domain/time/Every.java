package direttore.domain.time;

import java.time.Duration;

/**
 * How often something is done.
 *
 * @param first how long after a start at the latest
 * @param period from the end of one time to the next
 * @param again the same after one that failed
 */
public record Every(Duration first, Duration period, Duration again) {
  public Every {
    if (first.isNegative() || !period.isPositive() || !again.isPositive()) {
      throw new IllegalArgumentException("a period must be longer than nothing");
    }
  }

  /** As often after a failure as else, and first after one period. */
  public static Every of(Duration period) {
    return new Every(period, period, period);
  }

  /** The same, for the first time so long after a start. */
  public Every first(Duration later) {
    return new Every(later, period, again);
  }

  /** The same, tried again so long after a failure. */
  public Every again(Duration sooner) {
    return new Every(first, period, sooner);
  }
}
