package direttore.netbox;

import static direttore.netbox.GuestsLab.allocation;
import static direttore.netbox.GuestsLab.facts;
import static direttore.netbox.GuestsLab.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestInventory.Recorded;
import direttore.domain.record.GuestInventory.Removed;
import direttore.domain.record.GuestRecord;
import direttore.domain.system.SystemFailure;
import direttore.domain.system.SystemFailure.Kind;
import direttore.simulator.netbox.release.NetBoxRelease;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guests and addresses as NetBox has them, of both releases, among what others have there. */
@SuppressWarnings("NullAway.Init") // each test starts with a release of its own
class NetBoxGuestsTest {
  private static final UUID WEB = new UUID(7, 1);
  private static final UUID HELD = new UUID(8, 1);

  private GuestsLab lab;
  private ForeignWorld others;
  private NetBoxGuests guests;
  private NetBoxAddresses addresses;

  private void start(NetBoxRelease release) {
    lab = new GuestsLab(release);
    others = lab.others;
    guests = lab.guests;
    addresses = lab.addresses;
  }

  @AfterEach
  void stop() {
    lab.close();
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
}
