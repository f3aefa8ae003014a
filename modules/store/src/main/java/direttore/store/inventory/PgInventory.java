package direttore.store.inventory;

import direttore.domain.inventory.CopyState;
import direttore.domain.inventory.DeviceDetails;
import direttore.domain.inventory.Filters;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.IpAddress;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Machine;
import direttore.domain.inventory.Named;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.PrefixDetails;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.inventory.Slice;
import direttore.domain.inventory.Vlan;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The copy of NetBox in PostgreSQL, as it is read. */
public final class PgInventory implements Inventory {
  private static final List<Kind> CHOICES =
      List.of(
          Kind.SITE,
          Kind.DEVICE_ROLE,
          Kind.PLATFORM,
          Kind.PREFIX_ROLE,
          Kind.VLAN_GROUP,
          Kind.VRF,
          Kind.TAG);
  private static final List<Kind> WITH_STATUS =
      List.of(Kind.DEVICE, Kind.PREFIX, Kind.ADDRESS, Kind.VLAN);

  private final DbClient db;
  private final String source;
  private final PgDevices devices;
  private final PgPrefixes prefixes;
  private final PgAddresses addresses;
  private final PgVlans vlans;
  private final PgMachines machines;

  /**
   * The copy of one NetBox.
   *
   * @param source which one: a copy of another is none
   */
  public PgInventory(Database database, String source) {
    this.db = database.client();
    this.source = source;
    this.addresses = new PgAddresses(db);
    this.devices = new PgDevices(db, addresses);
    this.prefixes = new PgPrefixes(db);
    this.vlans = new PgVlans(db);
    this.machines = new PgMachines(db);
  }

  @Override
  public CopyState state() {
    return PgInventoryCopy.state(db, source);
  }

  @Override
  public Map<Kind, Long> counts() {
    var counts = new EnumMap<Kind, Long>(Kind.class);
    db.execute()
        .createQuery("SELECT kind, count(*) AS objects FROM inventory_object GROUP BY kind")
        .execute()
        .map(Row::new)
        .forEach(row -> counts.put(Kind.ofWire(row.text("kind")), row.number("objects")));
    return counts;
  }

  @Override
  public Listed<String> devices(DeviceFilter filter, Slice slice) {
    return devices.list(filter, slice);
  }

  @Override
  public Optional<DeviceDetails> device(long id) {
    return devices.details(id);
  }

  @Override
  public Listed<Prefix> prefixes(PrefixFilter filter, Slice slice) {
    return prefixes.list(filter, slice);
  }

  @Override
  public Optional<PrefixDetails> prefix(long id) {
    return prefixes.details(id);
  }

  @Override
  public Optional<PrefixRoom> room(long id) {
    return PrefixRooms.taking(db.execute(), id);
  }

  @Override
  public Listed<IpAddress> addresses(AddressFilter filter, Slice slice) {
    return addresses.list(filter, slice);
  }

  @Override
  public Listed<Vlan> vlans(VlanFilter filter, Slice slice) {
    return vlans.list(filter, slice);
  }

  @Override
  public List<Machine> machines() {
    return machines.all();
  }

  @Override
  public Filters filters() {
    var kinds = new EnumMap<Kind, List<Named>>(Kind.class);
    CHOICES.forEach(kind -> kinds.put(kind, named(kind)));
    var statuses = new EnumMap<Kind, List<Named>>(Kind.class);
    WITH_STATUS.forEach(kind -> statuses.put(kind, words(kind, "status")));
    return new Filters(kinds, statuses, words(Kind.ADDRESS, "role"));
  }

  /** A VRF has no slug, and goes by its name. */
  private List<Named> named(Kind kind) {
    return db.execute()
        .createQuery(
            """
            SELECT coalesce(slug, name) AS slug, name FROM inventory_object
             WHERE kind = :kind ORDER BY place, id
            """)
        .addParam("kind", kind.wire())
        .execute()
        .map(row -> new Named(new Row(row).text("slug"), new Row(row).text("name")))
        .toList();
  }

  private List<Named> words(Kind kind, String field) {
    return db.execute()
        .createQuery(
            """
            SELECT DISTINCT %1$s AS slug, coalesce(body -> '%1$s' ->> 'label', %1$s) AS name
              FROM inventory_object
             WHERE kind = :kind AND %1$s IS NOT NULL ORDER BY name
            """
                .formatted(field))
        .addParam("kind", kind.wire())
        .execute()
        .map(row -> new Named(new Row(row).text("slug"), new Row(row).text("name")))
        .toList();
  }
}
