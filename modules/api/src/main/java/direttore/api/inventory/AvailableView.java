package direttore.api.inventory;

import direttore.domain.inventory.PrefixRoom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next free addresses of a prefix, as clients see them. */
record AvailableView(
    String prefix,
    String vrf,
    @Nullable String gateway,
    @Nullable GatewayView gatewaySource,
    @Nullable String dnsServers,
    List<String> addresses,
    @Nullable String noneBecause) {
  static AvailableView of(PrefixRoom room, int limit) {
    var prefix = room.prefix();
    var length = prefix.network().length();
    return new AvailableView(
        prefix.network().toString(),
        PrefixView.vrf(prefix.vrf()),
        GatewayView.address(prefix.gateway()),
        GatewayView.of(prefix.gateway()),
        prefix.fields().dnsServers().orElse(null),
        room.next(limit).stream().map(address -> address + "/" + length).toList(),
        room.full().orElse(null));
  }
}
