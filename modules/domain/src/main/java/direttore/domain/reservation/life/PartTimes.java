package direttore.domain.reservation.life;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Since when parts of reservations are as they are. */
@FunctionalInterface
public interface PartTimes {
  /**
   * Since when each part of a reservation is in its state, without those of which that is not
   * known.
   */
  Map<UUID, Instant> since(long reservation);
}
