package direttore.api.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.CustomFields;
import direttore.domain.inventory.DeviceDetails;
import direttore.domain.inventory.Gateway;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.IpAddress;
import direttore.domain.inventory.IpRange;
import direttore.domain.inventory.Named;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.PrefixDetails;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.inventory.Span;
import direttore.domain.inventory.Utilization;
import direttore.domain.inventory.Vlan;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.InventoryHolders;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Window;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryRoutesTest {
  private static final String ALL = "/api/inventory";
  private static final Network NETWORK = Network.parse("10.10.0.0/29");
  private static final Gateway GATEWAY =
      new Gateway(
          Address.parse("10.10.0.1"), new Gateway.Source(Gateway.From.CUSTOM_FIELD, "gateway"));
  private static final CustomFields FIELDS =
      new CustomFields(
          "{\"gateway\":\"10.10.0.1\"}", Map.of("dns_servers", List.of("10.0.0.53", "10.0.1.53")));
  private static final Prefix PREFIX =
      new Prefix(
          4,
          NETWORK,
          "active",
          null,
          "guests",
          new Named("fra1", "FRA1"),
          "Guests",
          List.of("lab"),
          FIELDS,
          new Prefix.OnVlan(7, 110, "guests"),
          false,
          false,
          Utilization.ofAddresses(NETWORK, false, 3, List.of()),
          1,
          0,
          GATEWAY);
  private static final IpAddress ADDRESS =
      new IpAddress(
          21,
          "10.10.0.2/29",
          4,
          "leaf01.lab.example",
          "",
          "active",
          "blue",
          List.of(),
          new CustomFields("{}", Map.of()),
          null,
          null,
          new IpAddress.Within(4, NETWORK, GATEWAY),
          new IpAddress.Assignment(IpAddress.Holder.DEVICE, 12L, "fra1-leaf01", "xe-0/0/1"));

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private void neverRead(String trouble) {
    var at = api.inventory.state.readAt();
    api.inventory.state = new CopyState(null, false, null, null, trouble, at);
  }

  @Test
  void tellsWhetherNetBoxAnswers() {
    api.inventory.devices.add("{\"id\":12,\"display\":\"leaf\"}");

    var status = api.client().get(ALL + "/netbox-status").json();

    assertThat(status.get("reachable").asBoolean()).isTrue();
    assertThat(status.get("version").asText()).isEqualTo("4.7.3");
    assertThat(status.get("url").asText()).isEqualTo("https://netbox.example");
    assertThat(status.has("reason")).isFalse();
    assertThat(status.get("writes").asBoolean()).isTrue();
    assertThat(status.get("copy").get("devices").asInt()).isEqualTo(1);
  }

  @Test
  void tellsWhyItDoesNot() {
    neverRead("Token expired");

    var answer = api.client().get(ALL + "/netbox-status");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("reachable").asBoolean()).isFalse();
    assertThat(answer.json().get("reason").asText()).isEqualTo("Token expired");
    assertThat(answer.json().has("version")).isFalse();
    assertThat(answer.json().get("copy").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/devices",
        "/prefixes",
        "/ip-addresses",
        "/vlans",
        "/filters",
        "/devices/1",
        "/prefixes/1",
        "/prefixes/1/available"
      })
  void isNeverEmptyBecauseNothingIsKnown(String path) {
    neverRead("Token expired");

    var answer = api.client().get(ALL + path);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.problem()).isEqualTo("upstream");
    assertThat(answer.detail()).contains("Token expired");
  }

  @Test
  void answersFromTheLastCopyWithItsAge() {
    var read = Objects.requireNonNull(api.inventory.state.readAt());
    api.inventory.state =
        new CopyState(
            "4.7.3", false, read, read, "the connection was refused", read.plusSeconds(1));
    api.inventory.prefixes.add(PREFIX);

    var answer = api.client().get(ALL + "/prefixes");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).hasSize(1);
    assertThat(answer.header("X-Snapshot-Age")).isEqualTo("3");
    assertThat(answer.header("X-Snapshot-Trouble")).isEqualTo("the connection was refused");
  }

  @Test
  void devicesAreNetBoxsOwnObjects() {
    api.inventory.devices.add("{\"id\":12,\"display\":\"leaf\",\"rack\":null,\"face\":{\"a\":1}}");

    var answer =
        api.client()
            .get(ALL + "/devices?site=fra1&role=leaf&platform=junos&status=active&tag=lab&q=x");

    assertThat(answer.body())
        .isEqualTo("[{\"id\":12,\"display\":\"leaf\",\"rack\":null,\"face\":{\"a\":1}}]");
    assertThat(api.inventory.filter)
        .isEqualTo(new Inventory.DeviceFilter("fra1", "leaf", "junos", "active", "lab", "x"));
  }

  @Test
  void aListLeadsToItsNextPart() {
    for (var id = 1; id <= 5; id++) {
      api.inventory.devices.add("{\"id\":%d,\"display\":\"d\"}".formatted(id));
    }

    var middle = api.client().get(ALL + "/devices?offset=2&limit=2&q=a%26b");
    var last = api.client().get(ALL + "/devices?offset=4&limit=2");

    assertThat(middle.json()).hasSize(2);
    assertThat(middle.header("X-Total-Count")).isEqualTo("5");
    assertThat(middle.header("Link"))
        .isEqualTo("</api/inventory/devices?limit=2&q=a%26b&offset=4>; rel=\"next\"");
    assertThat(last.json()).hasSize(1);
    assertThat(last.header("Link")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/devices?limit=0, limit",
    "/devices?limit=501, limit",
    "/devices?offset=-1, offset",
    "/prefixes?family=5, family",
    "/prefixes?within=banana, within",
    "/ip-addresses?prefix=10.0.0.1/24, prefix",
    "/ip-addresses?prefix_id=0, prefix_id",
    "/prefixes/4/available?limit=257, limit",
  })
  void refusesWhatCannotBeMeant(String path, String field) {
    var answer = api.client().get(ALL + path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void aPrefixHasTheOriginalsFieldsAndWhereItsGatewayIsFrom() {
    api.inventory.prefixes.add(PREFIX);

    var prefix =
        api.client().get(ALL + "/prefixes?family=4&vrf=global&within=10.0.0.0/8").json().get(0);

    assertThat(prefix.get("prefix").asText()).isEqualTo("10.10.0.0/29");
    assertThat(prefix.get("vrf").asText()).isEqualTo("global");
    assertThat(prefix.get("site").asText()).isEqualTo("FRA1");
    assertThat(prefix.get("gateway").asText()).isEqualTo("10.10.0.1");
    assertThat(prefix.get("gateway_source").get("from").asText()).isEqualTo("custom-field");
    assertThat(prefix.get("dns_servers").asText()).isEqualTo("10.0.0.53 10.0.1.53");
    assertThat(prefix.get("custom_fields").get("gateway").asText()).isEqualTo("10.10.0.1");
    assertThat(prefix.get("utilization").get("percent").asDouble()).isEqualTo(50);
    assertThat(prefix.get("url").asText()).isEqualTo("https://netbox.example/ipam/prefixes/4/");
    assertThat(api.inventory.filter)
        .isEqualTo(
            new Inventory.PrefixFilter(
                4, null, null, "global", null, null, Network.parse("10.0.0.0/8"), null));
  }

  @Test
  void showsAPrefixWithItsRanges() {
    var range =
        new IpRange(
            2,
            new Span(Address.parse("10.10.0.4"), Address.parse("10.10.0.5")),
            "reserved",
            null,
            List.of(),
            "",
            false,
            false);
    api.inventory.prefix = new PrefixDetails(PREFIX, List.of(), List.of(PREFIX), List.of(range));

    var page = api.client().get(ALL + "/prefixes/4").json();

    assertThat(page.get("prefix").get("id").asInt()).isEqualTo(4);
    assertThat(page.get("children")).hasSize(1);
    assertThat(page.get("ranges").get(0).get("given").asBoolean()).isFalse();
  }

  @Test
  void givesTheNextFreeAddresses() {
    var taken = List.of(Address.parse("10.10.0.2"));
    api.inventory.room = new PrefixRoom(PREFIX, taken, List.of(), List.of(), List.of());

    var free = api.client().get(ALL + "/prefixes/4/available?limit=2").json();

    assertThat(free.get("addresses").toString()).isEqualTo("[\"10.10.0.3/29\",\"10.10.0.4/29\"]");
    assertThat(free.get("gateway").asText()).isEqualTo("10.10.0.1");
    assertThat(free.get("none_because").isNull()).isTrue();
  }

  @Test
  void anAddressKnowsItsGatewayAndWhatHasIt() {
    api.inventory.addresses.add(ADDRESS);

    var address =
        api.client().get(ALL + "/ip-addresses?prefix_id=4&dns_name=leaf&device=12").json().get(0);

    assertThat(address.get("vrf").asText()).isEqualTo("blue");
    assertThat(address.get("prefix_gateway").asText()).isEqualTo("10.10.0.1");
    assertThat(address.get("assigned_to").get("interface").asText()).isEqualTo("xe-0/0/1");
    assertThat(api.inventory.filter)
        .isEqualTo(
            new Inventory.AddressFilter(null, null, null, null, 4L, "leaf", null, null, 12L, null));
  }

  @Test
  void showsADeviceWithItsInterfaces() {
    var port =
        """
        {"id": 31, "name": "xe-0/0/1", "type": {"value": "x", "label": "SFP+"}, "enabled": true,
         "mtu": null, "untagged_vlan": {"id": 7, "display": "guests (110)"}, "tags": []}
        """;
    api.inventory.device =
        new DeviceDetails(
            "{\"id\":12,\"display\":\"leaf\",\"config_context\":{\"ntp\":[\"10.0.0.1\"]}}",
            List.of(port),
            Map.of(31L, List.of(ADDRESS)));

    var page = api.client().get(ALL + "/devices/12").json();

    assertThat(page.get("device").get("display").asText()).isEqualTo("leaf");
    assertThat(page.get("config_context").get("ntp").get(0).asText()).isEqualTo("10.0.0.1");
    assertThat(page.get("interfaces").get(0).get("untagged_vlan").asText())
        .isEqualTo("guests (110)");
    assertThat(page.get("interfaces").get(0).get("addresses").get(0).get("id").asInt())
        .isEqualTo(21);
    assertThat(page.get("url").asText()).isEqualTo("https://netbox.example/dcim/devices/12/");
  }

  @Test
  void listsVlansAndWhatCanBeFilteredBy() {
    api.inventory.vlans.add(
        new Vlan(
            7,
            110,
            "guests",
            "active",
            new Named("fra1", "FRA1"),
            null,
            null,
            "",
            List.of(),
            new CustomFields("{}", Map.of()),
            List.of(new Vlan.OnIt(4, "10.10.0.0/29"))));

    var vlan = api.client().get(ALL + "/vlans?group=racks&q=110").json().get(0);

    assertThat(vlan.get("site_slug").asText()).isEqualTo("fra1");
    assertThat(vlan.get("prefixes").get(0).get("id").asInt()).isEqualTo(4);
    assertThat(api.inventory.filter)
        .isEqualTo(new Inventory.VlanFilter(null, "racks", null, null, null, "110"));
    assertThat(api.client().get(ALL + "/filters").json().get("sites").get(0).get("slug").asText())
        .isEqualTo("fra1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/devices/9", "/prefixes/9", "/prefixes/9/available", "/devices/abc"})
  void whatNetBoxHasNotIsNotFound(String path) {
    assertThat(api.client().get(ALL + path).problem()).isEqualTo("not-found");
  }

  private static Resources.Use use(long reservation, int fromNow) {
    var from = FakeOperations.NOW.plusSeconds(fromNow);
    var window = new Window(from, from.plusSeconds(3600));
    var by =
        new Conflict.By(
            reservation, ReservationKind.BOOKING, "OSPF lesson", "bob", null, null, false);
    return new Resources.Use(by, window, window, null);
  }

  @Test
  void saysWhoHasWhatOfAPage() {
    api.inventoryHolders.occupancies.put(
        12L, new Resources.Occupancy(List.of(use(18, -60)), use(19, 7200)));

    var held = api.client().get(ALL + "/held?kind=device&ids=11,12,12").json();

    assertThat(held).hasSize(1);
    assertThat(held.get(0).get("id").asInt()).isEqualTo(12);
    assertThat(held.get(0).get("now").get(0).get("title").asText()).isEqualTo("OSPF lesson");
    assertThat(held.get(0).get("next").get("reservation").asInt()).isEqualTo(19);
    assertThat(held.get(0).get("allocation").isNull()).isTrue();
  }

  @Test
  void saysWhoHasWhatOfAPrefix() {
    api.inventory.prefix = new PrefixDetails(PREFIX, List.of(), List.of(), List.of());
    api.inventoryHolders.claimed.add(
        new InventoryHolders.Claimed(
            new Span(Address.parse("10.10.0.4"), Address.parse("10.10.0.6")), use(18, 0)));

    var all = api.client().get(ALL + "/prefixes/4/held").json();
    var part = api.client().get(ALL + "/prefixes/4/held?within=10.10.0.0/30").json();

    assertThat(all.get("claims").get(0).get("first").asText()).isEqualTo("10.10.0.4");
    assertThat(all.get("claims").get(0).get("by").get("requester").asText()).isEqualTo("bob");
    assertThat(all.get("allocations")).isEmpty();
    assertThat(part.get("claims")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/held?kind=site&ids=1, kind",
    "/held?kind=vlan, ids",
    "/held?kind=vlan&ids=x, ids",
    "/prefixes/4/held?within=10.11.0.0/24, within",
  })
  void refusesToSayWhoHasWhatCannotBeMeant(String path, String field) {
    api.inventory.prefix = new PrefixDetails(PREFIX, List.of(), List.of(), List.of());

    var answer = api.client().get(ALL + path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }
}
