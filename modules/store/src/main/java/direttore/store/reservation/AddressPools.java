package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.inventory.Address;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.InventoryLink;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prefixes that are pools, and ranges of addresses, as resources. Their names are their addresses,
 * so that one whose addresses are others is another resource; claims know no VRF, so that of
 * several with the same addresses the first is one.
 */
final class AddressPools {
  /** What is to be there, as a table. */
  private static final String WANTED =
      """
      jsonb_to_recordset(CAST(:wanted AS jsonb))
        AS d (kind text, id bigint, name text, addresses text, label text, site text, role text,
              tags text[], withheld text)
      """;

  private final DbExecute execute;
  private final String source;

  AddressPools(DbExecute execute, String source) {
    this.execute = execute;
    this.source = source;
  }

  /** Answers how many resources were written. */
  int keep() {
    var wanted = ReservationJson.POOLS.write(wanted());
    var gone = gone(wanted);
    var changed = changed(wanted);
    RiskRows.forget(execute, changed);
    return gone + changed.size() + fresh(wanted);
  }

  /** A pool as it is to be a resource. */
  record Pool(
      String kind,
      long id,
      String name,
      String addresses,
      String label,
      @Nullable String site,
      @Nullable String role,
      List<String> tags,
      @Nullable String withheld) {}

  private List<Pool> wanted() {
    var all = new LinkedHashMap<String, Pool>();
    execute
        .createQuery(
            """
            SELECT o.kind, o.id, host(coalesce(o.host, o.network)) AS first,
                   host(coalesce(o.last_host, broadcast(o.network))) AS last,
                   coalesce(o.body ->> 'description', '') AS label, s.name AS site,
                   o.body -> 'role' ->> 'name' AS role, o.status,
                   o.tags @> to_jsonb(CAST(:excluded AS text)) AS excluded,
                   o.kind = 'range' AND concat_ws(' ', o.body -> 'role' ->> 'name',
                     o.body ->> 'description', CAST(o.tags AS text)) ~* '(^|[^a-z])dhcp' AS dhcp,
                   coalesce(CAST(o.body ->> 'mark_populated' AS boolean), false) AS populated,
                   coalesce(CAST(o.body ->> 'mark_utilized' AS boolean), false) AS utilized,
                   array_to_string(ARRAY(
                     SELECT DISTINCT x.tag COLLATE "C" AS tag
                       FROM (SELECT jsonb_array_elements_text(o.tags)
                              UNION ALL
                             SELECT unnest(ARRAY['role:' || o.role, 'site:' || s.slug])) AS x (tag)
                      WHERE x.tag ~ '^[A-Za-z0-9_][A-Za-z0-9_.+:-]{0,62}$' ORDER BY tag), ' ')
                     AS given
              FROM inventory_object o
              LEFT JOIN inventory_site s ON s.kind = o.kind AND s.id = o.id
             WHERE o.kind = 'range'
                OR (o.kind = 'prefix' AND (o.body @> '{"is_pool": true}'
                                           OR o.tags @> to_jsonb(CAST(:pool AS text))))
             ORDER BY o.kind, o.id
            """)
        .addParam("excluded", InventoryLink.EXCLUDED)
        .addParam("pool", InventoryLink.POOL)
        .execute()
        .map(Row::new)
        .forEach(row ->
            range(row).ifPresent(range -> all.putIfAbsent(range.toString(), pool(row, range))));
    return new ArrayList<>(all.values());
  }

  /** Empty for one that is wider than what can be claimed. */
  private static Optional<AddressRange> range(Row row) {
    try {
      return Optional.of(
          new AddressRange(Address.parse(row.text("first")), Address.parse(row.text("last"))));
    } catch (Refusal.Invalid e) {
      return Optional.empty();
    }
  }

  private static Pool pool(Row row, AddressRange range) {
    var tags = row.text("given");
    return new Pool(
        row.text("kind"),
        row.number("id"),
        range.toString(),
        range.interval(),
        row.text("label").isBlank() ? range.toString() : row.text("label").strip(),
        row.textOrNull("site"),
        row.textOrNull("role"),
        tags.isEmpty() ? List.of() : List.of(tags.split(" ")),
        withheld(row));
  }

  private static @Nullable String withheld(Row row) {
    var status = row.textOrNull("status");
    if (row.flag("excluded")) {
      return "tagged %s in NetBox".formatted(InventoryLink.EXCLUDED);
    }
    if (status != null && !status.equals("active")) {
      return status + " in NetBox";
    }
    return row.flag("populated")
        ? "populated in NetBox"
        : row.flag("utilized")
            ? "fully utilized in NetBox"
            : row.flag("dhcp") ? "for DHCP in NetBox" : null;
  }

  /** What NetBox has no more, or with other addresses. */
  private int gone(String wanted) {
    return (int)
        execute
            .createUpdate(
                """
                UPDATE resource r
                   SET withheld = :gone,
                       inventory_source = CASE WHEN there THEN NULL ELSE r.inventory_source END,
                       inventory_kind = CASE WHEN there THEN NULL ELSE r.inventory_kind END,
                       inventory_id = CASE WHEN there THEN NULL ELSE r.inventory_id END,
                       inventory_name = CASE WHEN there THEN NULL ELSE r.inventory_name END
                  FROM (SELECT m.id,
                               EXISTS (SELECT FROM %1$s
                                        WHERE d.kind = m.inventory_kind AND d.id = m.inventory_id)
                                 AS there
                          FROM resource m
                         WHERE m.kind = 'addresses' AND m.inventory_kind IN ('prefix', 'range')
                           AND NOT EXISTS (
                             SELECT FROM %2$s
                              WHERE d.kind = m.inventory_kind AND d.id = m.inventory_id
                                AND d.name = m.name AND m.inventory_source = :source)) AS x
                 WHERE r.id = x.id AND (there OR r.withheld IS DISTINCT FROM :known)
                """
                    .formatted(WANTED, WANTED.replace(":wanted", ":same")))
            .addParam("gone", InventoryLink.GONE)
            .addParam("wanted", wanted)
            .addParam("same", wanted)
            .addParam("source", source)
            .addParam("known", InventoryLink.GONE)
            .execute();
  }

  private List<Integer> changed(String wanted) {
    return execute
        .createQuery(
            """
            UPDATE resource r
               SET inventory_name = d.label, site = d.site, role = d.role,
                   tags = tags_with(r.tags, r.inventory_tags, d.tags), inventory_tags = d.tags,
                   withheld = d.withheld
              FROM %s
             WHERE r.kind = 'addresses' AND r.inventory_source = :source
               AND r.inventory_kind = d.kind AND r.inventory_id = d.id AND r.name = d.name
               AND (r.inventory_name, r.site, r.role, r.inventory_tags, r.withheld)
                   IS DISTINCT FROM (d.label, d.site, d.role, d.tags, d.withheld)
            RETURNING r.id
            """
                .formatted(WANTED))
        .addParam("wanted", wanted)
        .addParam("source", source)
        .execute()
        .map(row -> new Row(row).integer("id"))
        .toList();
  }

  /** What is new takes over the resource of its addresses. */
  private int fresh(String wanted) {
    return (int)
        execute
            .createInsert(
                """
                INSERT INTO resource
                  (kind, cluster, name, addresses, tags, inventory_source, inventory_kind,
                   inventory_id, inventory_name, site, role, inventory_tags, withheld)
                SELECT 'addresses', :cluster, d.name, CAST(d.addresses AS inetrange), d.tags, :source,
                       d.kind, d.id, d.label, d.site, d.role, d.tags, d.withheld
                  FROM %s
                 WHERE NOT EXISTS (
                   SELECT FROM resource r
                    WHERE r.inventory_source = :same AND r.inventory_kind = d.kind
                      AND r.inventory_id = d.id)
                ON CONFLICT (kind, cluster, name) DO UPDATE
                   SET tags = tags_with(resource.tags, resource.inventory_tags, excluded.tags),
                       inventory_source = excluded.inventory_source,
                       inventory_kind = excluded.inventory_kind,
                       inventory_id = excluded.inventory_id,
                       inventory_name = excluded.inventory_name, site = excluded.site,
                       role = excluded.role, inventory_tags = excluded.inventory_tags,
                       withheld = excluded.withheld
                """
                    .formatted(WANTED))
            .addParam("cluster", ClusterName.MAIN.value())
            .addParam("source", source)
            .addParam("wanted", wanted)
            .addParam("same", source)
            .execute();
  }
}
