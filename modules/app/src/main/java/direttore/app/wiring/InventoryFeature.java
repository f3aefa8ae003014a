package direttore.app.wiring;

import direttore.api.http.ReadingAnswers;
import direttore.api.inventory.InventoryRoutes;
import direttore.api.inventory.NetBoxPlace;
import direttore.app.settings.NetBoxSettings;
import direttore.domain.time.Time;
import direttore.netbox.NetBox;
import direttore.netbox.NetBoxPatience;
import direttore.netbox.NetBoxToken;
import direttore.store.inventory.PgInventory;
import direttore.store.inventory.PgInventoryCopy;
import direttore.transport.Trust;
import direttore.worker.inventory.InventoryRefresh;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What NetBox has, of a copy that is kept up to date. */
final class InventoryFeature {
  private static final int CONNECTIONS = 4;
  private static final String SIMULATED = "simulated";

  private InventoryFeature() {}

  static Feature of(Foundation base, ReadingAnswers readings) {
    return switch (base.settings().netbox()) {
      case NetBoxSettings.None none ->
          answering(new PgInventory(base.database(), ""), NetBoxPlace.NONE, readings);
      case NetBoxSettings.Simulated simulated -> {
        var netbox =
            SimulatedInventory.start(
                base.folder(), base.settings().simulator(), base.lifetime(), base.places());
        var reached =
            new NetBoxSettings.Real(
                URI.create(netbox.url()),
                new NetBoxToken(netbox.token()),
                new Trust.SystemAuthorities());
        yield of(base, reached, SIMULATED, readings);
      }
      case NetBoxSettings.Real real -> {
        base.places().add("NetBox", real.address().toString(), "");
        yield of(base, real, real.address().toString(), readings);
      }
    };
  }

  /**
   * @param source which NetBox the copy is of: the simulated one is the same at whatever port
   */
  private static Feature of(
      Foundation base, NetBoxSettings.Real real, String source, ReadingAnswers readings) {
    var netbox =
        base.lifetime()
            .open(() ->
                new NetBox(
                    real.address(),
                    real.token(),
                    real.trust(),
                    NetBoxPatience.USUAL,
                    Time.of(base.clock())));
    // Reading it whole takes minutes, and must not keep others from their connections.
    var database = base.beside("inventory", CONNECTIONS);
    var refresh = new InventoryRefresh(netbox, new PgInventoryCopy(database, source), base.clock());
    var place = new NetBoxPlace(netbox.address(), source.equals(SIMULATED));
    return answering(new PgInventory(database, source), place, readings)
        .doing(List.of(refresh.duty()));
  }

  private static Feature answering(
      PgInventory inventory, NetBoxPlace place, ReadingAnswers readings) {
    return Feature.of(Stream.of(new InventoryRoutes(inventory, place, readings).routes()));
  }
}
