package direttore.simulator.pve.pace;

import java.time.Duration;

/**
 * How long simulated work takes, measured by the creation of a guest.
 *
 * @param unit what a creation takes
 */
public record WorkPace(Duration unit) {
  private static final long GIB = 1L << 30;
  private static final int GIB_PER_UNIT = 16;
  private static final int MOST_UNITS = 30;

  public WorkPace {
    if (unit.isNegative()) {
      throw new IllegalArgumentException("unit is " + unit + ", expected 0 or more");
    }
  }

  /** A part of the unit. */
  public Duration part(int of) {
    return unit.dividedBy(of);
  }

  /** Copying so many bytes: a unit for each 16 GiB, at most 30 units. */
  public Duration copying(long bytes) {
    var units = Math.min(MOST_UNITS, (double) bytes / GIB / GIB_PER_UNIT);
    return Duration.ofNanos((long) (unit.toNanos() * units));
  }
}
