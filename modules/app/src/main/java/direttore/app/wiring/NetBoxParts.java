package direttore.app.wiring;

import direttore.api.inventory.NetBoxPlace;
import direttore.app.settings.NetBoxSettings;
import direttore.domain.allocation.AddressSpace;
import direttore.domain.record.GuestInventory;
import direttore.domain.time.Time;
import direttore.netbox.NetBox;
import direttore.netbox.NetBoxPatience;
import direttore.netbox.NetBoxToken;
import direttore.netbox.NoNetBox;
import direttore.store.inventory.PgInventory;
import direttore.transport.Trust;
import java.net.URI;
import java.util.Optional;

/**
 * NetBox, as a process reaches it.
 *
 * @param client empty where none is set
 * @param source which NetBox a copy is of: the simulated one is the same at whatever port
 * @param writes whether it is written to
 * @param cluster the name of the cluster that guests are recorded in; empty for Proxmox's own
 */
record NetBoxParts(
    Optional<NetBox> client,
    String source,
    NetBoxPlace place,
    boolean writes,
    Optional<String> cluster) {
  private static final String SIMULATED = "simulated";

  static NetBoxParts of(Foundation base) {
    return switch (base.settings().netbox()) {
      case NetBoxSettings.None none ->
          new NetBoxParts(Optional.empty(), "", NetBoxPlace.NONE, false, Optional.empty());
      case NetBoxSettings.Simulated simulated -> {
        var netbox =
            SimulatedInventory.start(
                base.folder(), base.settings().simulator(), base.lifetime(), base.places());
        var reached =
            new NetBoxSettings.Real(
                URI.create(netbox.url()),
                new NetBoxToken(netbox.token()),
                new Trust.SystemAuthorities(),
                simulated.writes(),
                simulated.cluster());
        yield of(base, reached, SIMULATED);
      }
      case NetBoxSettings.Real real -> {
        base.places().add("NetBox", real.address().toString(), "");
        yield of(base, real, real.address().toString());
      }
    };
  }

  private static NetBoxParts of(Foundation base, NetBoxSettings.Real real, String source) {
    var client =
        base.lifetime()
            .open(() ->
                new NetBox(
                    real.address(),
                    real.token(),
                    real.trust(),
                    NetBoxPatience.USUAL,
                    Time.of(base.clock())));
    var place = new NetBoxPlace(client.address(), source.equals(SIMULATED), real.writes());
    return new NetBoxParts(Optional.of(client), source, place, real.writes(), real.cluster());
  }

  /** The copy of it. */
  PgInventory inventory(Foundation base) {
    return new PgInventory(base.database(), source);
  }

  /** Where addresses are held; where none is set, one that says so. */
  AddressSpace addresses() {
    return client.<AddressSpace>map(NetBox::addresses).orElseGet(NoNetBox::new);
  }

  /** Where guests are recorded; where none is set, one that says so. */
  GuestInventory guests() {
    return client.<GuestInventory>map(NetBox::guests).orElseGet(NoNetBox::new);
  }

  /** Why nothing is written to it, in a sentence; empty where something is. */
  Optional<String> whyNoWrites() {
    if (client.isEmpty()) {
      return Optional.of("No NetBox is set (NETBOX_URL), so nothing is written to it.");
    }
    return writes
        ? Optional.empty()
        : Optional.of("Nothing is written to NetBox here: NETBOX_WRITE is off.");
  }
}
