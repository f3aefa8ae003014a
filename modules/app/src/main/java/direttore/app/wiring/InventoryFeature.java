package direttore.app.wiring;

import direttore.api.http.ReadingAnswers;
import direttore.api.inventory.HeldRoutes;
import direttore.api.inventory.InventoryRoutes;
import direttore.store.allocation.PgAllocations;
import direttore.store.inventory.PgInventoryCopy;
import direttore.store.reservation.PgInventoryHolders;
import direttore.worker.inventory.InventoryRefresh;
import java.util.List;
import java.util.stream.Stream;

/** What NetBox has, of a copy that is kept up to date. */
final class InventoryFeature {
  private static final int CONNECTIONS = 4;

  private InventoryFeature() {}

  static Feature of(Foundation base, NetBoxParts netbox, ReadingAnswers readings) {
    var routes = new InventoryRoutes(netbox.inventory(base), netbox.place(), readings).routes();
    var held =
        new HeldRoutes(
            netbox.inventory(base),
            new PgInventoryHolders(base.database(), netbox.source()),
            new PgAllocations(base.database(), base.clock()),
            base.settings().api().zone(),
            base.clock());
    var feature = Feature.of(Stream.of(routes, held.routes()));
    return netbox
        .client()
        .map(client -> {
          // Reading it whole takes minutes, and must not keep others from their connections.
          var database = base.beside("inventory", CONNECTIONS);
          var copy = new PgInventoryCopy(database, netbox.source());
          return feature.doing(List.of(new InventoryRefresh(client, copy, base.clock()).duty()));
        })
        .orElse(feature);
  }
}
