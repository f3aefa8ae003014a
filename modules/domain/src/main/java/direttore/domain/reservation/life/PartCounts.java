package direttore.domain.reservation.life;

import java.util.Collection;
import java.util.Map;

/** How far the parts of many reservations are, for lists. */
public interface PartCounts {
  /** By the reservations' ids; those without parts are left out. */
  Map<Long, Counts> of(Collection<Long> reservations);

  /**
   * How many parts of one are how far.
   *
   * @param failed those that somebody has to look at
   */
  record Counts(int total, int ready, int failed) {
    public static final Counts NONE = new Counts(0, 0, 0);
  }
}
