package direttore.domain.reservation;

import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Span;
import direttore.domain.reservation.Resources.Occupancy;
import direttore.domain.reservation.Resources.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who has reserved what the inventory has. */
public interface InventoryHolders {
  /**
   * Who has these objects at a moment, and who comes next; nothing for what nobody has or will
   * have. An address is whoever's claims it, be it alone or in a range.
   *
   * @param ahead what begins later than so long after is left out
   */
  Map<Long, Occupancy> of(Kind kind, Collection<Long> objects, Instant moment, Duration ahead);

  /** All that is claimed of some addresses from a moment on, by address and then by time. */
  List<Claimed> within(Span addresses, Instant moment, Duration ahead);

  /** Addresses that somebody has for a time. */
  record Claimed(Span addresses, Use use) {}
}
