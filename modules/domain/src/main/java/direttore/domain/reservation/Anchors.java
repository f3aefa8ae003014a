package direttore.domain.reservation;

import direttore.domain.reservation.recurrence.ZoneData;
import java.util.List;

/** What is meant by the clocks of a place, and goes with them when their rules change. */
public interface Anchors {
  /**
   * Moves what is to come and was computed with other zone data to when its clocks show what was
   * meant. What cannot be moved keeps its time, says why, and is tried again the next time.
   */
  Followed follow(ZoneData data);

  /**
   * What came of it.
   *
   * @param moved how many take place at another time
   * @param unmoved those that could not be moved
   */
  record Followed(int moved, List<Long> unmoved) {
    public Followed {
      unmoved = List.copyOf(unmoved);
    }
  }
}
