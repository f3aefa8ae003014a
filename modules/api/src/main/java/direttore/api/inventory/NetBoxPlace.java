package direttore.api.inventory;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which NetBox the inventory is of.
 *
 * @param address without a final slash; null where none is set
 * @param simulated whether it is the simulated one
 * @param writes whether anything is written to it
 */
public record NetBoxPlace(@Nullable URI address, boolean simulated, boolean writes) {
  /** None is set. */
  public static final NetBoxPlace NONE = new NetBoxPlace(null, false, false);

  /** The page of an object there. */
  public String page(String list, long id) {
    return "%s/%s/%d/".formatted(address == null ? "" : address, list, id);
  }
}
