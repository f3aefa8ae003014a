package direttore.netbox;

import static direttore.netbox.GuestsLab.allocation;
import static direttore.netbox.GuestsLab.facts;
import static direttore.netbox.GuestsLab.record;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestInventory.Recorded;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever Direttore does to NetBox, what others have there stays as it is, byte by byte. */
class OwnershipTest {
  @ParameterizedTest
  @CsvSource({"V4_7, 1", "V4_7, 2", "V4_7, 3", "V4_4, 4", "V4_4, 5"})
  void nothingOfOthersIsEverTouched(NetBoxRelease release, long seed) {
    try (var lab = new GuestsLab(release)) {
      var world = new OwnedWorld(lab, new Random(seed));
      world.fill();
      for (int step = 0; step < 40; step++) {
        lab.others.note();
        var done = world.step();
        assertThat(lab.others.changed()).as("seed %d, step %d: %s", seed, step, done).isEmpty();
      }
    }
  }

  /** What Direttore does to NetBox at random, among objects that look like its own. */
  private static final class OwnedWorld {
    private final ForeignWorld others;
    private final NetBoxGuests guests;
    private final NetBoxAddresses addresses;
    private final Random random;
    private final Map<UUID, GuestFacts> written = new HashMap<>();
    private final Map<UUID, Long> machines = new HashMap<>();

    OwnedWorld(GuestsLab lab, Random random) {
      this.others = lab.others;
      this.guests = lab.guests;
      this.addresses = lab.addresses;
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
