package direttore.netbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.GuestRef;
import direttore.domain.node.ClusterName;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.domain.time.Time;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Gate;
import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import direttore.transport.Trust;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A guest is recorded, recorded otherwise and removed, and whoever does it stops dead at each of
 * the requests to NetBox, before its effect or after; another does it again.
 */
class InterruptedRecordTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
  private static final Duration SOON = Duration.ofMillis(5);
  private static final UUID ID = new UUID(7, 1);
  private static final GuestFacts FACTS =
      facts("web-1", true, 2, List.of(new GuestFacts.Ip(0, "10.0.0.9/24", null)));
  private static final GuestFacts OTHERS = facts("web-2", false, 1, List.of());

  private static GuestFacts facts(
      String name, boolean running, int nics, List<GuestFacts.Ip> addresses) {
    var all =
        List.of(
            new GuestFacts.Nic(0, "net0", "BC:24:11:00:00:01", "vmbr0", null),
            new GuestFacts.Nic(1, "net1", "BC:24:11:00:00:02", "vmbr0", null));
    return new GuestFacts(
        "lab",
        name,
        "qemu",
        101,
        running,
        1,
        512,
        0,
        "ana",
        null,
        null,
        all.subList(0, nics),
        addresses);
  }

  private static GuestRecord record(
      GuestFacts wanted, @Nullable GuestFacts written, @Nullable Long machine) {
    return new GuestRecord(
        ID,
        GuestRef.parse(ClusterName.MAIN, "pve1/qemu/101"),
        GuestRecord.State.RECORDING,
        "ana",
        wanted,
        written,
        machine,
        null,
        Instant.EPOCH,
        null);
  }

  /** A NetBox, its client, and somebody who looks. */
  private static final class Place implements AutoCloseable {
    final SimulatedNetBox simulated = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN));
    final NetBox client =
        new NetBox(
            URI.create(simulated.url()),
            new NetBoxToken(TOKEN),
            new Trust.SystemAuthorities(),
            NetBoxPatience.USUAL,
            Time.of(Clock.systemUTC()));
    final ForeignWorld eyes = new ForeignWorld(simulated.port(), TOKEN);

    Place() {
      eyes.make("ipam/prefixes/", "{'prefix': '10.0.0.0/24'}");
    }

    /** All that was made, without what differs each time. */
    List<String> made() {
      var made = new ArrayList<String>();
      eyes.list("virtualization/clusters/").forEach(row -> made.add(row.path("name").asText()));
      eyes.list("virtualization/virtual-machines/")
          .forEach(row ->
              made.add(
                  "%s %s %s"
                      .formatted(
                          row.path("name").asText(),
                          row.path("status").path("value").asText(),
                          row.path("primary_ip4").path("address").asText())));
      eyes.list("virtualization/interfaces/")
          .forEach(
              row -> made.add(row.path("name").asText() + " " + row.path("mac_address").asText()));
      eyes.list("dcim/mac-addresses/").forEach(row -> made.add(row.path("mac_address").asText()));
      eyes.list("ipam/ip-addresses/")
          .forEach(row ->
              made.add(
                  row.path("address").asText() + " " + row.path("assigned_object_id").asText()));
      return made;
    }

    @Override
    public void close() {
      client.close();
      simulated.close();
      eyes.close();
    }
  }

  @Test
  void itIsThereOnceWhereverItIsStopped() {
    everywhere(guests -> {}, guests -> guests.record(record(FACTS, null, null)), 15);
  }

  @Test
  void itIsAsWantedWhereverAChangeIsStopped() {
    everywhere(
        guests -> guests.record(record(FACTS, null, null)),
        guests -> guests.record(record(OTHERS, FACTS, null)),
        10);
  }

  @Test
  void itIsGoneWhereverARemovalIsStopped() {
    everywhere(
        guests -> guests.record(record(FACTS, null, null)),
        guests -> guests.remove(record(FACTS, FACTS, null)),
        7);
  }

  private static void everywhere(
      Consumer<NetBoxGuests> before, Consumer<NetBoxGuests> work, int atLeast) {
    List<String> right;
    int requests;
    try (var place = new Place()) {
      before.accept(place.client.guests());
      place.simulated.traffic().reset();
      work.accept(place.client.guests());
      requests = place.simulated.traffic().latest().size();
      right = place.made();
    }
    assertThat(requests).isGreaterThanOrEqualTo(atLeast);
    for (int point = 0; point < 2 * requests; point++) {
      try (var place = new Place()) {
        before.accept(place.client.guests());
        stopped(place, point / 2, point % 2 == 1, work);

        work.accept(place.client.guests());

        assertThat(place.made())
            .as("request %d of %d, %s", point / 2, requests, point % 2 == 1 ? "after" : "before")
            .isEqualTo(right);
      }
    }
  }

  /** Whoever is interrupted asks for nothing more. */
  private static void stopped(
      Place place, int request, boolean after, Consumer<NetBoxGuests> work) {
    var gate = new Gate();
    place.simulated.faults().add(new Fault("*", ".*", request, 1, new Fault.Hold(gate, after)));
    var guests = place.client.guests();
    var worker =
        Thread.ofVirtual()
            .start(() -> {
              try {
                work.accept(guests);
              } catch (NetBoxFailure e) {
                // It was stopped.
              }
            });
    await().pollInterval(SOON).until(gate::reached);
    worker.interrupt();
    await().pollInterval(SOON).until(() -> !worker.isAlive());
    place.simulated.traffic().reset();
    gate.open();
    place.simulated.faults().clear();
  }
}
