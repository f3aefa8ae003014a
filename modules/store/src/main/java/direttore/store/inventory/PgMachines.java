package direttore.store.inventory;

import direttore.domain.inventory.Machine;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Virtual machines of the copy. */
final class PgMachines {
  private static final String BETWEEN = "\u001f";

  private final DbClient db;

  PgMachines(DbClient db) {
    this.db = db;
  }

  List<Machine> all() {
    return db.execute()
        .createQuery(
            """
            SELECT m.id, m.name, coalesce(m.status, '') AS status,
                   CAST(m.body ->> 'vcpus' AS double precision) AS vcpus,
                   CAST(m.body ->> 'memory' AS bigint) AS memory,
                   CAST(m.body ->> 'disk' AS bigint) AS disk,
                   coalesce(m.body ->> 'description', '') AS description,
                   (SELECT string_agg(t.slug, E'\\x1f')
                      FROM jsonb_array_elements_text(m.tags) AS t (slug)) AS tags,
                   m.body -> 'cluster' ->> 'name' AS cluster,
                   (SELECT string_agg(i.name || '|' || coalesce(i.body ->> 'mac_address', ''),
                                      E'\\x1f' ORDER BY i.place, i.id)
                      FROM inventory_object i
                     WHERE i.kind = 'vm-interface' AND i.parent = m.id) AS interfaces
              FROM inventory_object m
             WHERE m.kind = 'virtual-machine'
             ORDER BY m.place, m.id
            """)
        .execute()
        .map(row -> machine(new Row(row)))
        .toList();
  }

  private static Machine machine(Row row) {
    return new Machine(
        row.number("id"),
        row.text("name"),
        row.text("status"),
        row.realOrNull("vcpus"),
        row.numberOrNull("memory"),
        row.numberOrNull("disk"),
        row.text("description"),
        parts(row.textOrNull("tags")),
        row.textOrNull("cluster"),
        parts(row.textOrNull("interfaces")).stream().map(PgMachines::nic).toList());
  }

  private static List<String> parts(@Nullable String joined) {
    return joined == null ? List.of() : List.of(joined.split(BETWEEN, -1));
  }

  /** A name may hold the bar, a MAC address may not. */
  private static Machine.Interface nic(String joined) {
    var bar = joined.lastIndexOf('|');
    var mac = joined.substring(bar + 1);
    return new Machine.Interface(joined.substring(0, bar), mac.isEmpty() ? null : mac);
  }
}
