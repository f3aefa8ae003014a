package direttore.store.inventory;

import direttore.domain.inventory.DeviceDetails;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.IpAddress;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Slice;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices of the copy. */
final class PgDevices {
  private final DbClient db;
  private final PgAddresses addresses;

  PgDevices(DbClient db, PgAddresses addresses) {
    this.db = db;
    this.addresses = addresses;
  }

  Listed<String> list(Inventory.DeviceFilter filter, Slice slice) {
    var conditions = conditions(filter);
    var from =
        """
        FROM inventory_object d
        LEFT JOIN inventory_object s ON s.kind = 'site' AND s.id = d.site
        WHERE
        """
            + conditions.sql();
    var page =
        conditions
            .bind(
                db.execute()
                    .createQuery(
                        "SELECT CAST(d.body AS text) AS body "
                            + from
                            + " ORDER BY d.place, d.id OFFSET :offset LIMIT :limit"))
            .addParam("offset", slice.offset())
            .addParam("limit", slice.limit())
            .execute()
            .map(row -> new Row(row).text("body"))
            .toList();
    return new Listed<>(page, Pages.total(db, from, conditions));
  }

  private static Conditions conditions(Inventory.DeviceFilter filter) {
    return new Conditions("d.kind = 'device'")
        .and("s.slug = :site", "site", filter.site())
        .and("d.role = :role", "role", filter.role())
        .and("d.platform = :platform", "platform", filter.platform())
        .and("d.status = :status", "status", filter.status())
        .and("d.tags @> to_jsonb(CAST(:tag AS text))", "tag", filter.tag())
        .and("position(lower(:words) IN d.words) > 0", "words", filter.words());
  }

  Optional<DeviceDetails> details(long id) {
    return db.execute()
        .createGet(
            """
            SELECT CAST(body AS text) AS body FROM inventory_object
             WHERE kind = 'device' AND id = :id
            """)
        .addParam("id", id)
        .execute()
        .map(row -> new DeviceDetails(new Row(row).text("body"), interfaces(id), addresses(id)));
  }

  private List<String> interfaces(long device) {
    return db.execute()
        .createQuery(
            """
            SELECT CAST(body AS text) AS body FROM inventory_object
             WHERE kind = 'interface' AND parent = :device ORDER BY place, id
            """)
        .addParam("device", device)
        .execute()
        .map(row -> new Row(row).text("body"))
        .toList();
  }

  private Map<Long, List<IpAddress>> addresses(long device) {
    var ports = new LinkedHashMap<Long, Long>();
    db.execute()
        .createQuery(
            """
            SELECT a.id, a.assigned_id FROM inventory_object i
              JOIN inventory_object a ON a.kind = 'address'
               AND a.assigned_type = 'dcim.interface' AND a.assigned_id = i.id
             WHERE i.kind = 'interface' AND i.parent = :device
            """)
        .addParam("device", device)
        .execute()
        .map(Row::new)
        .forEach(row -> ports.put(row.number("id"), row.number("assigned_id")));
    var byPort = new HashMap<Long, List<IpAddress>>();
    for (var address : addresses.of(ports.keySet())) {
      byPort
          .computeIfAbsent(ports.getOrDefault(address.id(), 0L), port -> new ArrayList<>())
          .add(address);
    }
    return byPort;
  }
}
