package direttore.domain.reservation.life;

import direttore.domain.guest.GuestRef;
import java.util.List;
import java.util.UUID;

/** Looks at the guests of parts. */
@FunctionalInterface
public interface Sights {
  /**
   * The part's guest as it is now; never what another has put in its place.
   *
   * @param makers the operations that made it, or tried to
   */
  Sight of(Part part, List<UUID> makers, GuestRef guest);
}
