package direttore.api.inventory;

import com.fasterxml.jackson.annotation.JsonRawValue;
import direttore.domain.inventory.Named;
import direttore.domain.inventory.Vlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VLAN, as clients see it. */
record VlanView(
    long id,
    int vid,
    String name,
    String status,
    @Nullable String site,
    @Nullable String group,
    @Nullable String role,
    String description,
    List<String> tags,
    @JsonRawValue String customFields,
    @Nullable String siteSlug,
    @Nullable String groupSlug,
    List<OnItView> prefixes,
    String url) {
  record OnItView(long id, String prefix) {}

  static VlanView of(Vlan vlan, NetBoxPlace place) {
    return new VlanView(
        vlan.id(),
        vlan.vid(),
        vlan.name(),
        vlan.status(),
        name(vlan.site()),
        name(vlan.group()),
        vlan.role(),
        vlan.description(),
        vlan.tags(),
        vlan.fields().json(),
        slug(vlan.site()),
        slug(vlan.group()),
        vlan.prefixes().stream().map(on -> new OnItView(on.id(), on.prefix())).toList(),
        place.page("ipam/vlans", vlan.id()));
  }

  private static @Nullable String name(@Nullable Named named) {
    return named == null ? null : named.name();
  }

  private static @Nullable String slug(@Nullable Named named) {
    return named == null ? null : named.slug();
  }
}
