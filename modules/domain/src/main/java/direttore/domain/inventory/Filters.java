package direttore.domain.inventory;

import java.util.List;
import java.util.Map;

/**
 * What lists can be filtered by.
 *
 * @param kinds what there is of each of these kinds, by name
 * @param statuses those that objects of each of these kinds have
 * @param addressRoles those that addresses have
 */
public record Filters(
    Map<Kind, List<Named>> kinds, Map<Kind, List<Named>> statuses, List<Named> addressRoles) {
  public Filters {
    kinds = Map.copyOf(kinds);
    statuses = Map.copyOf(statuses);
    addressRoles = List.copyOf(addressRoles);
  }
}
