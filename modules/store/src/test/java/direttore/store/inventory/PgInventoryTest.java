package direttore.store.inventory;

import static direttore.store.inventory.Objects.hold;
import static direttore.store.inventory.Objects.object;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.inventory.Address;
import direttore.domain.inventory.Gateway;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.IpAddress;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Named;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.Slice;
import direttore.domain.inventory.SourceObject;
import direttore.domain.inventory.Utilization;
import direttore.store.Database;
import direttore.store.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgInventoryTest {
  private static final Slice ALL = new Slice(0, 100);
  private static final Inventory.PrefixFilter ANY_PREFIX =
      new Inventory.PrefixFilter(null, null, null, null, null, null, null, null);
  private static final Inventory.DeviceFilter ANY_DEVICE =
      new Inventory.DeviceFilter(null, null, null, null, null, null);
  private static final String BLUE = ", 'vrf': {'id': 1, 'name': 'blue'}";
  private static final String TAGGED =
      ", 'tags': [{'id': 1, 'name': 'Gateway', 'slug': 'gateway'}]";
  private final Database database = TestDatabase.migrated();
  private final PgInventoryCopy copy = new PgInventoryCopy(database, "netbox");
  private final PgInventory inventory = new PgInventory(database, "netbox");

  @BeforeEach
  void aLab() {
    hold(
        copy,
        Kind.SITE,
        object(1, "'name': 'FRA1', 'slug': 'fra1'"),
        object(2, "'name': 'ROM1', 'slug': 'rom1'"));
    hold(copy, Kind.LOCATION, object(5, "'name': 'Room 5', 'site': {'id': 2}"));
    hold(copy, Kind.VRF, object(1, "'name': 'blue'"));
    hold(
        copy,
        Kind.PREFIX,
        prefix(1, "10.0.0.0/8", "container", ""),
        prefix(
            2,
            "10.1.0.0/24",
            "active",
            """
            , 'scope_type': 'dcim.site', 'scope_id': 1, 'description': 'Guests',
            'role': {'id': 3, 'name': 'Guests', 'slug': 'guests'},
            'vlan': {'id': 7, 'vid': 110, 'name': 'guests'},
            'custom_fields': {'gateway': null, 'dns_servers': ['10.0.0.53', '10.0.1.53']}\
            """),
        prefix(3, "10.1.0.128/25", "active", ", 'scope_type': 'dcim.location', 'scope_id': 5"),
        prefix(4, "10.1.0.0/24", "active", BLUE),
        prefix(5, "2001:db8::/64", "active", ", 'custom_fields': {'gw': '2001:db8::1/64'}"));
    hold(
        copy,
        Kind.ADDRESS,
        address(1, "10.1.0.1/24", TAGGED),
        address(2, "10.1.0.2/32", ", 'role': {'value': 'loopback'}"),
        address(3, "10.1.0.2/24", ""),
        address(4, "10.1.0.129/25", ", 'role': {'value': 'vrrp', 'label': 'VRRP'}"),
        address(5, "10.1.0.9/8", BLUE),
        address(
            6,
            "2001:db8::5/64",
            ", 'assigned_object_type': 'dcim.interface'," + " 'assigned_object_id': 31"));
    hold(
        copy,
        Kind.RANGE,
        object(
            1,
            "'start_address': '10.1.0.100/24', 'end_address': '10.1.0.119/24',"
                + " 'status': {'value': 'reserved'}, 'mark_utilized': true"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static SourceObject prefix(long id, String network, String status, String more) {
    return object(
        id, "'prefix': '%s', 'status': {'value': '%s'}%s".formatted(network, status, more));
  }

  private static SourceObject address(long id, String address, String more) {
    return object(id, "'address': '%s', 'status': {'value': 'active'}%s".formatted(address, more));
  }

  private List<Long> prefixes(Inventory.PrefixFilter filter) {
    return inventory.prefixes(filter, ALL).items().stream().map(Prefix::id).toList();
  }

  @Test
  void prefixesComeAsATree() {
    var all = inventory.prefixes(ANY_PREFIX, ALL);

    assertThat(all.total()).isEqualTo(5);
    assertThat(all.items()).extracting(Prefix::id).containsExactly(1L, 2L, 3L, 5L, 4L);
    assertThat(all.items()).extracting(Prefix::depth).containsExactly(0, 1, 2, 0, 0);
    assertThat(all.items()).extracting(Prefix::children).containsExactly(2, 1, 0, 0, 0);
    assertThat(inventory.prefixes(ANY_PREFIX, new Slice(1, 2)).items())
        .extracting(Prefix::id)
        .containsExactly(2L, 3L);
  }

  @Test
  void aPrefixKnowsItsSiteGatewayAndNameServers() {
    var all = inventory.prefixes(ANY_PREFIX, ALL).items();

    assertThat(all.get(1).site()).isEqualTo(new Named("fra1", "FRA1"));
    assertThat(all.get(1).vlan()).isEqualTo(new Prefix.OnVlan(7, 110, "guests"));
    assertThat(all.get(1).fields().dnsServers()).contains("10.0.0.53 10.0.1.53");
    assertThat(all.get(1).gateway()).isEqualTo(gateway("10.1.0.1", Gateway.From.TAG, "gateway"));
    assertThat(all.get(2).site()).isEqualTo(new Named("rom1", "ROM1"));
    assertThat(all.get(2).gateway()).isEqualTo(gateway("10.1.0.129", Gateway.From.ROLE, "vrrp"));
    assertThat(all.get(0).gateway()).isNull();
    assertThat(all.get(3).gateway())
        .isEqualTo(gateway("2001:db8::1", Gateway.From.CUSTOM_FIELD, "gw"));
    assertThat(all.get(4).vrf()).isEqualTo("blue");
  }

  private static Gateway gateway(String address, Gateway.From from, String name) {
    return new Gateway(Address.parse(address), new Gateway.Source(from, name));
  }

  /** Three hosts and a range of 20 of 254; a /24 of a /8; one host of another VRF. */
  @Test
  void countsWhatIsUsedAsNetBoxDoes() {
    var all = inventory.prefixes(ANY_PREFIX, ALL).items();

    assertThat(all.get(1).utilization().percent()).isEqualByComparingTo("9.0");
    assertThat(all.get(1).utilization().of()).isEqualTo(Utilization.Of.ADDRESSES);
    assertThat(all.get(0).utilization().of()).isEqualTo(Utilization.Of.PREFIXES);
    assertThat(all.get(4).utilization().percent()).isEqualByComparingTo("0.3");
  }

  @Test
  void filtersPrefixes() {
    assertThat(prefixes(new Inventory.PrefixFilter(6, null, null, null, null, null, null, null)))
        .containsExactly(5L);
    assertThat(
            prefixes(
                new Inventory.PrefixFilter(null, null, "rom1", "global", null, null, null, null)))
        .containsExactly(3L);
    assertThat(
            prefixes(
                new Inventory.PrefixFilter(null, "active", null, "blue", null, null, null, null)))
        .containsExactly(4L);
    assertThat(
            prefixes(
                new Inventory.PrefixFilter(
                    null, null, null, null, "guests", null, Network.parse("10.1.0.0/16"), "GUE")))
        .containsExactly(2L);
  }

  @Test
  void aPrefixLiesBetweenOthers() {
    var details = inventory.prefix(2).orElseThrow();

    assertThat(details.parents()).extracting(Prefix::id).containsExactly(1L);
    assertThat(details.children()).extracting(Prefix::id).containsExactly(3L);
    assertThat(details.ranges()).extracting(range -> range.given()).containsExactly(false);
    assertThat(inventory.prefix(1).orElseThrow().children())
        .extracting(Prefix::id)
        .containsExactly(2L);
    assertThat(inventory.prefix(99)).isEmpty();
  }

  /** .1 is there, .2 too with another mask, and 100 to 119 and 128 to 255 are others'. */
  @Test
  void knowsWhichAddressesAreFree() {
    var room = inventory.room(2).orElseThrow();

    assertThat(room.next(98)).extracting(Address::toString).startsWith("10.1.0.3", "10.1.0.4");
    assertThat(room.next(98).getLast()).hasToString("10.1.0.120");
    assertThat(inventory.room(4).orElseThrow().next(9).getLast()).hasToString("10.1.0.10");
  }

  @Test
  void anAddressKnowsItsPrefixAndItsHolder() {
    hold(copy, Kind.DEVICE, object(12, "'name': 'fra1-leaf01', 'site': {'id': 1}"));
    hold(copy, Kind.INTERFACE, object(31, "'name': 'xe-0/0/1', 'device': {'id': 12}"));

    var all = inventory.addresses(addresses(null, null, null), ALL);

    assertThat(all.items()).extracting(IpAddress::id).containsExactly(1L, 2L, 3L, 4L, 6L, 5L);
    assertThat(all.items())
        .extracting(address -> within(address).prefix())
        .containsExactly(2L, 2L, 2L, 3L, 5L, 4L);
    assertThat(within(all.items().get(1)).gateway())
        .isEqualTo(gateway("10.1.0.1", Gateway.From.TAG, "gateway"));
    assertThat(all.items().get(4).assignment())
        .isEqualTo(
            new IpAddress.Assignment(IpAddress.Holder.DEVICE, 12L, "fra1-leaf01", "xe-0/0/1"));
  }

  private static IpAddress.Within within(IpAddress address) {
    return Objects.requireNonNull(address.within());
  }

  private static Inventory.AddressFilter addresses(
      @Nullable Network within, @Nullable Long prefix, @Nullable Long device) {
    return new Inventory.AddressFilter(
        null, null, null, within, prefix, null, null, null, device, null);
  }

  @Test
  void filtersAddressesByNetworkWhateverTheirMasks() {
    assertThat(
            inventory.addresses(addresses(Network.parse("10.1.0.0/25"), null, null), ALL).items())
        .extracting(IpAddress::id)
        .containsExactly(1L, 2L, 3L, 5L);
    assertThat(inventory.addresses(addresses(null, 4L, null), ALL).items())
        .extracting(IpAddress::id)
        .containsExactly(5L);
    assertThat(inventory.addresses(addresses(null, null, 12L), ALL).total()).isZero();
  }

  @Test
  void devicesComeByNameWithTheirNumbersCounted() {
    hold(
        copy,
        Kind.DEVICE,
        object(1, "'name': 'leaf10', 'site': {'id': 1}, 'role': {'slug': 'leaf'}"),
        object(2, "'name': 'leaf9', 'site': {'id': 2}, 'serial': 'JN42'"),
        object(3, "'name': null, 'display': 'Juniper QFX (3)', 'tags': [{'slug': 'lab'}]"));

    assertThat(inventory.devices(ANY_DEVICE, ALL).items())
        .extracting(json -> Body.parse(json).number("id"))
        .containsExactly(3L, 2L, 1L);
    assertThat(device(new Inventory.DeviceFilter("fra1", "leaf", null, null, null, null)))
        .isEqualTo(1);
    assertThat(device(new Inventory.DeviceFilter(null, null, null, null, "lab", null)))
        .isEqualTo(3);
    assertThat(device(new Inventory.DeviceFilter(null, null, null, null, null, "jn4")))
        .isEqualTo(2);
  }

  private long device(Inventory.DeviceFilter filter) {
    var found = inventory.devices(filter, ALL);
    assertThat(found.total()).isEqualTo(1);
    return Body.parse(found.items().getFirst()).number("id");
  }

  @Test
  void aDeviceHasItsInterfacesAndTheirAddresses() {
    hold(copy, Kind.DEVICE, object(12, "'name': 'fra1-leaf01', 'site': {'id': 1}"));
    hold(
        copy,
        Kind.INTERFACE,
        object(30, "'name': 'xe-0/0/10', 'device': {'id': 12}"),
        object(31, "'name': 'xe-0/0/2', 'device': {'id': 12}"),
        object(32, "'name': 'xe-0/0/1', 'device': {'id': 13}"));

    var device = inventory.device(12).orElseThrow();

    assertThat(device.interfaces())
        .extracting(json -> Body.parse(json).number("id"))
        .containsExactly(31L, 30L);
    assertThat(device.addresses().get(31L)).extracting(IpAddress::id).containsExactly(6L);
    assertThat(inventory.device(99)).isEmpty();
  }

  @Test
  void aVlanWithoutASiteHasThatOfItsGroup() {
    hold(
        copy,
        Kind.VLAN_GROUP,
        object(4, "'name': 'Racks', 'slug': 'racks', 'scope_type': 'dcim.site', 'scope_id': 2"));
    hold(
        copy,
        Kind.VLAN,
        object(
            7,
            "'vid': 110, 'name': 'guests', 'status': {'value': 'active'},"
                + " 'group': {'id': 4, 'slug': 'racks'}"));

    var found =
        inventory.vlans(new Inventory.VlanFilter("rom1", "racks", null, null, null, "110"), ALL);

    assertThat(found.items().getFirst().site()).isEqualTo(new Named("rom1", "ROM1"));
    assertThat(found.items().getFirst().prefixes())
        .extracting(p -> p.prefix())
        .containsExactly("10.1.0.0/24");
    assertThat(inventory.vlans(new Inventory.VlanFilter(null, null, null, null, null, "ROM1"), ALL))
        .isEqualTo(found);
  }

  @Test
  void saysWhatCanBeFilteredBy() {
    var filters = inventory.filters();

    assertThat(filters.kinds().get(Kind.SITE))
        .containsExactly(new Named("fra1", "FRA1"), new Named("rom1", "ROM1"));
    assertThat(filters.kinds().get(Kind.VRF)).containsExactly(new Named("blue", "blue"));
    assertThat(filters.statuses().get(Kind.PREFIX))
        .extracting(Named::slug)
        .containsExactly("active", "container");
    assertThat(filters.addressRoles()).contains(new Named("vrrp", "VRRP"));
  }
}
