package direttore.api.inventory;

import direttore.domain.inventory.Gateway;
import org.jspecify.annotations.Nullable;

/** Where a gateway is from, as clients see it. */
record GatewayView(String from, String name) {
  static @Nullable GatewayView of(@Nullable Gateway gateway) {
    return gateway == null
        ? null
        : new GatewayView(gateway.source().from().wire(), gateway.source().name());
  }

  static @Nullable String address(@Nullable Gateway gateway) {
    return gateway == null ? null : gateway.address().toString();
  }
}
