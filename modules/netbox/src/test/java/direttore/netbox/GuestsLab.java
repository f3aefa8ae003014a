package direttore.netbox;

import direttore.domain.allocation.Allocation;
import direttore.domain.guest.GuestRef;
import direttore.domain.inventory.Address;
import direttore.domain.node.ClusterName;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.domain.time.Time;
import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.transport.Trust;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A NetBox of some release, what Direttore does to it, and others who work on it too. */
final class GuestsLab implements AutoCloseable {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
  private static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");

  final ForeignWorld others;
  final NetBoxGuests guests;
  final NetBoxAddresses addresses;
  private final SimulatedNetBox simulated;
  private final NetBox client;

  GuestsLab(NetBoxRelease release) {
    simulated = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN).as(release));
    client =
        new NetBox(
            URI.create(simulated.url()),
            new NetBoxToken(TOKEN),
            new Trust.SystemAuthorities(),
            NetBoxPatience.USUAL,
            Time.of(Clock.systemUTC()));
    others = new ForeignWorld(simulated.port(), TOKEN);
    guests = client.guests();
    addresses = client.addresses();
  }

  static GuestFacts facts(String name, List<GuestFacts.Ip> ips) {
    return new GuestFacts(
        "lab",
        name,
        "qemu",
        101,
        true,
        2,
        2048,
        16384,
        "ana",
        "netops",
        "https://lab.example/guests/pve1/qemu/101",
        List.of(
            new GuestFacts.Nic(0, "net0", "BC:24:11:00:00:01", "vmbr0", 100),
            new GuestFacts.Nic(1, "net1", "BC:24:11:00:00:02", "vmbr1", null)),
        ips);
  }

  static GuestRecord record(
      UUID id, GuestFacts wanted, @Nullable GuestFacts written, @Nullable Long machine) {
    return new GuestRecord(
        id,
        GuestRef.parse(ClusterName.MAIN, "pve1/qemu/101"),
        GuestRecord.State.RECORDING,
        "ana",
        wanted,
        written,
        machine,
        null,
        THEN,
        null);
  }

  static Allocation allocation(UUID id, String address) {
    return new Allocation(
        id,
        1,
        Address.parse(address),
        24,
        0,
        "",
        "ana",
        null,
        Allocation.State.TAKING,
        THEN,
        THEN.plusSeconds(3600),
        null,
        null,
        null);
  }

  @Override
  public void close() {
    others.close();
    client.close();
    simulated.close();
  }
}
