package direttore.store.inventory;

import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Named;
import direttore.domain.inventory.Slice;
import direttore.domain.inventory.Vlan;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VLANs of the copy. */
final class PgVlans {
  private static final String FROM =
      """
      FROM inventory_object l
      LEFT JOIN inventory_site s ON s.kind = l.kind AND s.id = l.id
      LEFT JOIN inventory_object g ON g.kind = 'vlan-group' AND g.id = l."group"
      WHERE
      """;
  private static final String ORDER =
      " ORDER BY s.place NULLS FIRST, s.site, g.place NULLS FIRST, l.\"group\", l.vid, l.id";

  private final DbClient db;

  PgVlans(DbClient db) {
    this.db = db;
  }

  Listed<Vlan> list(Inventory.VlanFilter filter, Slice slice) {
    var conditions = conditions(filter);
    var from = FROM + conditions.sql();
    return new Listed<>(
        of(Pages.ids(db, "l.id", from + ORDER, conditions, slice)),
        Pages.total(db, from, conditions));
  }

  private static Conditions conditions(Inventory.VlanFilter filter) {
    return new Conditions("l.kind = 'vlan'")
        .and("s.slug = :site", "site", filter.site())
        .and("g.slug = :group", "group", filter.group())
        .and("l.role = :role", "role", filter.role())
        .and("l.status = :status", "status", filter.status())
        .and("l.tags @> to_jsonb(CAST(:tag AS text))", "tag", filter.tag())
        .and(
            """
            (CAST(l.vid AS text) = :words
              OR position(lower(:words) IN
                          lower(concat_ws(' ', l.name, l.body ->> 'description', s.name, g.name))) > 0)
            """,
            "words",
            filter.words());
  }

  private List<Vlan> of(Collection<Long> ids) {
    return db.execute()
        .createQuery(
            """
            SELECT l.id, l.vid, l.name, CAST(l.body AS text) AS body,
                   s.slug AS site_slug, s.name AS site_name,
                   g.slug AS group_slug, g.name AS group_name,
                   (SELECT string_agg(p.id || '|' || text(p.network), ' ' ORDER BY p.network, p.id)
                      FROM inventory_object p WHERE p.kind = 'prefix' AND p.vlan = l.id)
                     AS prefixes
            """
                + FROM
                + "l.kind = 'vlan' AND l.id = ANY (CAST(:ids AS bigint[]))"
                + ORDER)
        .addParam("ids", Pages.array(ids))
        .execute()
        .map(row -> vlan(new Row(row)))
        .toList();
  }

  private static Vlan vlan(Row row) {
    var body = Body.parse(row.text("body"));
    return new Vlan(
        row.number("id"),
        row.integer("vid"),
        row.text("name"),
        body.choice("status"),
        named(row, "site"),
        named(row, "group"),
        body.nameOf("role"),
        body.text("description"),
        body.tags(),
        body.fields(),
        PrefixRows.listed(row.textOrNull("prefixes"), PgVlans::prefix));
  }

  private static @Nullable Named named(Row row, String what) {
    var name = row.textOrNull(what + "_name");
    return name == null ? null : new Named(row.text(what + "_slug"), name);
  }

  private static Vlan.OnIt prefix(String joined) {
    var parts = joined.split("\\|", -1);
    return new Vlan.OnIt(Long.parseLong(parts[0]), parts[1]);
  }
}
