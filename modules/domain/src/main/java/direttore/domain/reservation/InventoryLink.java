package direttore.domain.reservation;

import direttore.domain.inventory.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is in the inventory.
 *
 * @param id the number of the object there
 * @param name what people call it there, be it unique or not
 * @param site the name of its site, or null
 * @param role the name of its role, or null
 * @param withheld why the inventory keeps it out of service, or null
 */
public record InventoryLink(
    Kind kind,
    long id,
    String name,
    @Nullable String site,
    @Nullable String role,
    @Nullable String withheld) {
  /** Objects with this tag cannot be booked. */
  public static final String EXCLUDED = "direttore-exclude";

  /** Prefixes and ranges with this tag are pools of addresses. */
  public static final String POOL = "direttore-pool";

  /** Why what was deleted there is out of service. */
  public static final String GONE = "no longer in NetBox";

  /** Whether the inventory has it no more. */
  public boolean gone() {
    return GONE.equals(withheld);
  }
}
