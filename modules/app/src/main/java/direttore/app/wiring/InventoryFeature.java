package direttore.app.wiring;

import direttore.api.http.ReadingAnswers;
import direttore.api.inventory.InventoryRoutes;
import direttore.api.inventory.NetBoxPlace;
import direttore.app.settings.NetBoxSettings;
import direttore.domain.time.Time;
import direttore.netbox.NetBox;
import direttore.netbox.NetBoxPatience;
import direttore.store.inventory.PgInventory;
import direttore.store.inventory.PgInventoryCopy;
import direttore.worker.inventory.InventoryRefresh;
import java.util.List;
import java.util.stream.Stream;

/** What NetBox has, of a copy that is kept up to date. */
final class InventoryFeature {
  private static final int CONNECTIONS = 4;

  private InventoryFeature() {}

  static Feature of(Foundation base, ReadingAnswers readings) {
    return switch (base.settings().netbox()) {
      case NetBoxSettings.None none ->
          answering(new PgInventory(base.database(), ""), NetBoxPlace.NONE, readings);
      case NetBoxSettings.Real real -> of(base, real, readings);
    };
  }

  private static Feature of(Foundation base, NetBoxSettings.Real real, ReadingAnswers readings) {
    var netbox =
        base.lifetime()
            .open(() ->
                new NetBox(
                    real.address(),
                    real.token(),
                    real.trust(),
                    NetBoxPatience.USUAL,
                    Time.of(base.clock())));
    var source = netbox.address().toString();
    base.places().add("NetBox", source, "");
    // Reading it whole takes minutes, and must not keep others from their connections.
    var database = base.beside("inventory", CONNECTIONS);
    var refresh = new InventoryRefresh(netbox, new PgInventoryCopy(database, source), base.clock());
    var place = new NetBoxPlace(netbox.address(), false);
    return answering(new PgInventory(database, source), place, readings)
        .doing(List.of(refresh.duty()));
  }

  private static Feature answering(
      PgInventory inventory, NetBoxPlace place, ReadingAnswers readings) {
    return Feature.of(Stream.of(new InventoryRoutes(inventory, place, readings).routes()));
  }
}
