package direttore.api.inventory;

import com.fasterxml.jackson.annotation.JsonRawValue;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.Utilization;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A prefix, as clients see it. */
record PrefixView(
    long id,
    String prefix,
    int family,
    String status,
    String vrf,
    String description,
    @Nullable String site,
    @Nullable String role,
    List<String> tags,
    @Nullable String gateway,
    @Nullable GatewayView gatewaySource,
    @Nullable String dnsServers,
    @JsonRawValue String customFields,
    @Nullable String siteSlug,
    @Nullable VlanOf vlan,
    boolean isPool,
    boolean markUtilized,
    UsedView utilization,
    int depth,
    int children,
    String url) {
  record VlanOf(long id, int vid, String name) {}

  record UsedView(BigDecimal percent, String of) {
    static UsedView of(Utilization used) {
      return new UsedView(used.percent(), used.of().wire());
    }
  }

  static PrefixView of(Prefix prefix, NetBoxPlace place) {
    var site = prefix.site();
    var vlan = prefix.vlan();
    return new PrefixView(
        prefix.id(),
        prefix.network().toString(),
        prefix.network().first().family(),
        prefix.status(),
        vrf(prefix.vrf()),
        prefix.description(),
        site == null ? null : site.name(),
        prefix.role(),
        prefix.tags(),
        GatewayView.address(prefix.gateway()),
        GatewayView.of(prefix.gateway()),
        prefix.fields().dnsServers().orElse(null),
        prefix.fields().json(),
        site == null ? null : site.slug(),
        vlan == null ? null : new VlanOf(vlan.id(), vlan.vid(), vlan.name()),
        prefix.pool(),
        prefix.markUtilized(),
        UsedView.of(prefix.utilization()),
        prefix.depth(),
        prefix.children(),
        place.page("ipam/prefixes", prefix.id()));
  }

  static String vrf(@Nullable String name) {
    return Objects.requireNonNullElse(name, Inventory.GLOBAL);
  }
}
