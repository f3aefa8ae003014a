package direttore.api.inventory;

import direttore.domain.inventory.Filters;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Named;
import java.util.List;
import java.util.Map;

/** What lists can be filtered by, as clients see it. */
record FiltersView(
    List<Named> sites,
    List<Named> deviceRoles,
    List<Named> platforms,
    List<Named> roles,
    List<Named> vlanGroups,
    List<Named> vrfs,
    List<Named> tags,
    List<Named> deviceStatuses,
    List<Named> prefixStatuses,
    List<Named> addressStatuses,
    List<Named> addressRoles,
    List<Named> vlanStatuses) {
  static FiltersView of(Filters filters) {
    return new FiltersView(
        of(filters.kinds(), Kind.SITE),
        of(filters.kinds(), Kind.DEVICE_ROLE),
        of(filters.kinds(), Kind.PLATFORM),
        of(filters.kinds(), Kind.PREFIX_ROLE),
        of(filters.kinds(), Kind.VLAN_GROUP),
        of(filters.kinds(), Kind.VRF),
        of(filters.kinds(), Kind.TAG),
        of(filters.statuses(), Kind.DEVICE),
        of(filters.statuses(), Kind.PREFIX),
        of(filters.statuses(), Kind.ADDRESS),
        filters.addressRoles(),
        of(filters.statuses(), Kind.VLAN));
  }

  private static List<Named> of(Map<Kind, List<Named>> all, Kind kind) {
    return all.getOrDefault(kind, List.of());
  }
}
