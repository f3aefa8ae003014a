package direttore.api;

import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Span;
import direttore.domain.reservation.InventoryHolders;
import direttore.domain.reservation.Resources.Occupancy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holders that a test put there. */
public final class FakeInventoryHolders implements InventoryHolders {
  public final Map<Long, Occupancy> occupancies = new HashMap<>();
  public final List<Claimed> claimed = new ArrayList<>();

  @Override
  public Map<Long, Occupancy> of(
      Kind kind, Collection<Long> objects, Instant moment, Duration ahead) {
    return occupancies;
  }

  @Override
  public List<Claimed> within(Span addresses, Instant moment, Duration ahead) {
    return claimed.stream().filter(each -> each.addresses().both(addresses).isPresent()).toList();
  }
}
