package direttore.netbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.allocation.Allocation;
import direttore.domain.guest.GuestRef;
import direttore.domain.inventory.Address;
import direttore.domain.node.ClusterName;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestInventory.Recorded;
import direttore.domain.record.GuestInventory.Removed;
import direttore.domain.record.GuestRecord;
import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
import direttore.domain.time.Time;
import direttore.simulator.netbox.NetBoxOptions;
import direttore.simulator.netbox.SimulatedNetBox;
import direttore.simulator.netbox.release.NetBoxRelease;
import direttore.transport.Trust;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests and addresses as NetBox has them, of both releases, among what others have there. */
@SuppressWarnings("NullAway.Init") // each test starts with a release of its own
class NetBoxGuestsTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
  private static final UUID WEB = new UUID(7, 1);
  private static final UUID HELD = new UUID(8, 1);
  private static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");

  private final List<AutoCloseable> open = new ArrayList<>();
  private ForeignWorld others;
  private NetBoxGuests guests;
  private NetBoxAddresses addresses;

  private void start(NetBoxRelease release) {
    var simulated = SimulatedNetBox.start(NetBoxOptions.empty(TOKEN).as(release));
    open.add(simulated);
    var client =
        new NetBox(
            URI.create(simulated.url()),
            new NetBoxToken(TOKEN),
            new Trust.SystemAuthorities(),
            NetBoxPatience.USUAL,
            Time.of(Clock.systemUTC()));
    open.add(client);
    others = new ForeignWorld(simulated.port(), TOKEN);
    open.add(others);
    guests = client.guests();
    addresses = client.addresses();
  }

  @AfterEach
  void stop() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  private static GuestFacts facts(String name, List<GuestFacts.Ip> ips) {
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

  private static GuestRecord record(
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

  private static Allocation allocation(UUID id, String address) {
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

  private JsonNode only(String path) {
    return others.list(path).getFirst();
  }

  private long recorded(GuestRecord record) {
    return ((Recorded.There) guests.record(record)).machine();
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void aGuestIsThereWithAllThatItHas(NetBoxRelease release) {
    start(release);
    others.make("tenancy/tenants/", "{'name': 'NetOps', 'slug': 'netops'}");
    others.make("ipam/prefixes/", "{'prefix': '10.0.0.0/24'}");
    addresses.hold(allocation(HELD, "10.0.0.7"));
    var facts =
        facts(
            "web-1",
            List.of(
                new GuestFacts.Ip(0, "10.0.0.7/24", HELD),
                new GuestFacts.Ip(1, "10.0.0.9/24", null)));

    var there = guests.record(record(WEB, facts, null, null));

    assertThat(((Recorded.There) there).assigned()).containsExactly(HELD);
    var machine = only("virtualization/virtual-machines/");
    assertThat(machine.path("name").asText()).isEqualTo("web-1");
    assertThat(machine.path("cluster").path("name").asText()).isEqualTo("lab");
    assertThat(machine.path("tenant").path("name").asText()).isEqualTo("NetOps");
    assertThat(machine.path("status").path("value").asText()).isEqualTo("active");
    assertThat(machine.path("vcpus").asDouble()).isEqualTo(2);
    assertThat(machine.path("memory").asInt()).isEqualTo(2048);
    assertThat(machine.path("disk").asInt()).isEqualTo(16384);
    assertThat(machine.path("comments").asText())
        .contains("(https://lab.example/guests/pve1/qemu/101)");
    assertThat(machine.path("description").asText()).contains("VM 101", "ana", WEB.toString());
    assertThat(machine.path("primary_ip4").path("address").asText()).isEqualTo("10.0.0.7/24");
    assertThat(others.list("virtualization/interfaces/"))
        .extracting(row -> row.path("name").asText() + " " + row.path("mac_address").asText())
        .containsExactly("net0 BC:24:11:00:00:01", "net1 BC:24:11:00:00:02");
    assertThat(others.list("ipam/ip-addresses/"))
        .extracting(row ->
            "%s %s %s %s"
                .formatted(
                    row.path("address").asText(),
                    row.path("status").path("value").asText(),
                    row.path("dns_name").asText(),
                    row.path("assigned_object").path("name").asText()))
        .containsExactly("10.0.0.7/24 active web-1 net0", "10.0.0.9/24 active web-1 net1");

    assertThat(guests.remove(record(WEB, facts, facts, machine.path("id").asLong())))
        .isEqualTo(Removed.GONE);
    assertThat(others.list("virtualization/virtual-machines/")).isEmpty();
    assertThat(others.list("dcim/mac-addresses/")).isEmpty();
    assertThat(addresses.release(HELD)).isNotNull();
    assertThat(others.list("ipam/ip-addresses/")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void onlyWhatChangedIsWritten(NetBoxRelease release) {
    start(release);
    var before = facts("web-1", List.of());
    var machine = recorded(record(WEB, before, null, null));
    var path = "virtualization/virtual-machines/%d/".formatted(machine);
    others.send("PATCH", path, "{\"vcpus\": 4, \"comments\": \"kept\"}");
    var after =
        new GuestFacts(
            "lab",
            "web-2",
            "qemu",
            101,
            false,
            2,
            4096,
            16384,
            "ana",
            null,
            before.link(),
            List.of(new GuestFacts.Nic(0, "net0", "BC:24:11:00:00:09", "vmbr0", 200)),
            List.of());

    guests.record(record(WEB, after, before, machine));

    var now = others.send("GET", path, "");
    assertThat(now.path("name").asText()).isEqualTo("web-2");
    assertThat(now.path("status").path("value").asText()).isEqualTo("offline");
    assertThat(now.path("memory").asInt()).isEqualTo(4096);
    assertThat(now.path("vcpus").asDouble()).isEqualTo(4);
    assertThat(now.path("comments").asText()).isEqualTo("kept");
    assertThat(others.list("virtualization/interfaces/"))
        .extracting(row -> row.path("mac_address").asText())
        .containsExactly("BC:24:11:00:00:09");
    var stamp = now.path("last_updated").asText();
    guests.record(record(WEB, after, after, machine));
    assertThat(others.send("GET", path, "").path("last_updated").asText()).isEqualTo(stamp);

    guests.record(record(WEB, after, null, machine));

    assertThat(others.send("GET", path, "").path("vcpus").asDouble()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void whatOthersTookOverOrHungOnItStays(NetBoxRelease release) {
    start(release);
    var facts = facts("web-1", List.of());
    var machine = recorded(record(WEB, facts, null, null));
    var nic = only("virtualization/interfaces/").path("id").asLong();
    var theirs =
        others.make(
            "ipam/ip-addresses/",
            "{'address': '10.9.0.1/24', 'assigned_object_type': 'virtualization.vminterface', 'assigned_object_id': %d}"
                .formatted(nic));
    others.note();

    assertThatExceptionOfType(SystemFailure.class)
        .isThrownBy(() -> guests.remove(record(WEB, facts, facts, machine)))
        .matches(e -> e.kind() instanceof Kind.WrongState)
        .withMessageContaining("10.9.0.1");
    var without =
        new GuestFacts(
            "lab",
            "web-1",
            "qemu",
            101,
            true,
            2,
            2048,
            16384,
            "ana",
            "netops",
            facts.link(),
            List.of(),
            List.of());
    guests.record(record(WEB, without, facts, machine));
    assertThat(others.changed()).isEmpty();
    assertThat(others.list("virtualization/interfaces/")).hasSize(1);

    others.send("DELETE", "ipam/ip-addresses/%d/".formatted(theirs), "");
    others.send(
        "PATCH", "virtualization/virtual-machines/%d/".formatted(machine), "{\"tags\": []}");
    assertThat(guests.record(record(WEB, facts, without, machine)))
        .isEqualTo(new Recorded.Theirs());
    assertThat(guests.remove(record(WEB, facts, facts, machine))).isEqualTo(Removed.THEIRS);
    assertThat(others.list("virtualization/virtual-machines/")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void whatPeopleWroteOnItKeepsItThere(NetBoxRelease release) {
    start(release);
    var facts = facts("web-1", List.of());
    var machine = recorded(record(WEB, facts, null, null));
    var on = "'object_type': 'virtualization.virtualmachine', 'object_id': %d".formatted(machine);
    var contact = others.make("tenancy/contacts/", "{'name': 'Ana'}");
    var role = others.make("tenancy/contact-roles/", "{'name': 'Owner', 'slug': 'owner'}");
    var hung =
        Map.of(
            "extras/journal-entries/",
            "{'assigned_object_type': 'virtualization.virtualmachine', 'assigned_object_id': %d, 'comments': 'mind this'}"
                .formatted(machine),
            "tenancy/contact-assignments/",
            "{%s, 'contact': %d, 'role': %d}".formatted(on, contact, role),
            "extras/image-attachments/",
            "{%s, 'name': 'rack', 'image': 'rack.png'}".formatted(on));
    hung.forEach((path, body) -> {
      var id = others.make(path, body);
      others.note();

      assertThatExceptionOfType(SystemFailure.class)
          .as(path)
          .isThrownBy(() -> guests.remove(record(WEB, facts, facts, machine)))
          .matches(e -> e.kind() instanceof Kind.WrongState);
      assertThat(others.changed()).isEmpty();
      others.take(path, id);
    });

    assertThat(guests.remove(record(WEB, facts, facts, machine))).isEqualTo(Removed.GONE);
  }

  @ParameterizedTest
  @EnumSource(NetBoxRelease.class)
  void anAddressThatSomebodyTookOverHoldsUpNothing(NetBoxRelease release) {
    start(release);
    var id = addresses.hold(allocation(HELD, "10.0.0.7"));
    others.send("PATCH", "ipam/ip-addresses/%d/".formatted(id), "{\"tags\": []}");
    others.takeOver("ipam/ip-addresses/", id);
    others.note();
    var facts = facts("web-1", List.of(new GuestFacts.Ip(0, "10.0.0.7/24", HELD)));

    var there = guests.record(record(WEB, facts, null, null));

    assertThat(((Recorded.There) there).assigned()).isEmpty();
    assertThat(others.changed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"V4_7, 1", "V4_7, 2", "V4_7, 3", "V4_4, 4", "V4_4, 5"})
  void nothingOfOthersIsEverTouched(NetBoxRelease release, long seed) {
    start(release);
    var world = new OwnedWorld(new Random(seed));
    world.fill();
    for (int step = 0; step < 40; step++) {
      others.note();
      var done = world.step();
      assertThat(others.changed()).as("seed %d, step %d: %s", seed, step, done).isEmpty();
    }
  }

  /** What Direttore does to NetBox at random, among objects that look like its own. */
  private final class OwnedWorld {
    private final Random random;
    private final Map<UUID, GuestFacts> written = new HashMap<>();
    private final Map<UUID, Long> machines = new HashMap<>();

    OwnedWorld(Random random) {
      this.random = random;
    }

    void fill() {
      var tag = others.make("extras/tags/", "{'name': 'Direttore', 'slug': 'direttore'}");
      others.make("tenancy/tenants/", "{'name': 'ana', 'slug': 'ana'}");
      others.make("ipam/prefixes/", "{'prefix': '10.0.0.0/28'}");
      var type =
          others.make(
              "virtualization/cluster-types/", "{'name': 'Proxmox VE', 'slug': 'proxmox-ve'}");
      var cluster =
          others.make("virtualization/clusters/", "{'name': 'lab', 'type': %d}".formatted(type));
      for (int i = 0; i < 4; i++) {
        var tags = i % 2 == 0 ? "[%d]".formatted(tag) : "[]";
        var machine =
            others.make(
                "virtualization/virtual-machines/",
                "{'name': 'web-%d', 'cluster': %d, 'tags': %s, 'description': 'VM 101, of ana'}"
                    .formatted(i, cluster, tags));
        var nic =
            others.make(
                "virtualization/interfaces/",
                "{'name': 'net0', 'virtual_machine': %d, 'tags': %s}".formatted(machine, tags));
        others.make(
            "ipam/ip-addresses/",
            "{'address': '10.0.0.%d/28', 'tags': %s, 'assigned_object_type': 'virtualization.vminterface', 'assigned_object_id': %d}"
                .formatted(i + 1, tags, nic));
        others.make(
            "dcim/mac-addresses/",
            "{'mac_address': 'BC:24:11:00:00:0%d', 'tags': %s}".formatted(i, tags));
      }
    }

    /** Does something; says what. */
    String step() {
      var id = new UUID(7, random.nextInt(3));
      return switch (random.nextInt(7)) {
        case 0 -> tried("hold", () -> addresses.hold(allocation(address(), host())));
        case 1 -> tried("release", () -> addresses.release(address()));
        case 2 -> random.nextBoolean() ? hang() : note();
        case 3 -> takeOver();
        case 4 ->
            tried(
                "remove",
                () -> {
                  guests.remove(record(id, facts("", List.of()), null, machines.get(id)));
                  machines.remove(id);
                  written.remove(id);
                });
        default -> tried("record", () -> write(id));
      };
    }

    private UUID address() {
      return new UUID(8, random.nextInt(5));
    }

    private String host() {
      return "10.0.0." + (1 + random.nextInt(14));
    }

    private void write(UUID id) {
      var ips = new ArrayList<GuestFacts.Ip>();
      for (int i = random.nextInt(3); i > 0; i--) {
        ips.add(
            new GuestFacts.Ip(
                random.nextInt(2), host() + "/28", random.nextBoolean() ? address() : null));
      }
      var full = facts("web-" + random.nextInt(5), ips);
      var wanted =
          random.nextInt(3) > 0
              ? full
              : new GuestFacts(
                  "lab",
                  full.name(),
                  "qemu",
                  101,
                  random.nextBoolean(),
                  1,
                  512,
                  0,
                  "ana",
                  null,
                  null,
                  full.nics().subList(0, random.nextInt(2)),
                  ips);
      if (guests.record(record(id, wanted, written.get(id), machines.get(id)))
          instanceof Recorded.There(var machine, var _)) {
        machines.put(id, machine);
        written.put(id, wanted);
      }
    }

    /** Somebody puts an address of theirs on one of our interfaces. */
    private String hang() {
      var nics = others.list("virtualization/interfaces/?tag=direttore");
      var nic = nics.get(random.nextInt(nics.size())).path("id").asLong();
      var made =
          others.send(
              "POST",
              "ipam/ip-addresses/",
              "{\"address\": \"10.0.0.%d/28\", \"assigned_object_type\": \"virtualization.vminterface\", \"assigned_object_id\": %d}"
                  .formatted(1 + random.nextInt(14), nic));
      if (made.has("id")) {
        others.takeOver("ipam/ip-addresses/", made.path("id").asLong());
        others.note();
      }
      return "hung " + made;
    }

    /** Somebody writes into the journal of one of our machines. */
    private String note() {
      var ours = machines.values().stream().findFirst();
      ours.ifPresent(machine -> {
        others.make(
            "extras/journal-entries/",
            "{'assigned_object_type': 'virtualization.virtualmachine', 'assigned_object_id': %d, 'comments': 'seen'}"
                .formatted(machine));
        others.note();
      });
      return "noted at " + ours;
    }

    /** Somebody takes our tag off an object, which is theirs from now on. */
    private String takeOver() {
      var path =
          List.of("virtualization/virtual-machines/", "ipam/ip-addresses/").get(random.nextInt(2));
      var ours =
          others.list(path + "?tag=direttore").stream()
              .filter(row -> row.path("description").asText().contains("[direttore "))
              .toList();
      if (ours.isEmpty()) {
        return "nothing to take over";
      }
      var id = ours.get(random.nextInt(ours.size())).path("id").asLong();
      others.send("PATCH", path + id + "/", "{\"tags\": []}");
      others.takeOver(path, id);
      others.note();
      return "took over " + path + id;
    }

    private String tried(String what, Runnable work) {
      try {
        work.run();
        return what;
      } catch (NetBoxFailure e) {
        return what + ", which failed: " + e.said();
      }
    }
  }
}
