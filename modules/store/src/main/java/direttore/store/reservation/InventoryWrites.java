package direttore.store.reservation;

import direttore.domain.node.ClusterName;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.List;

/** Writes what resources are to be by the inventory's copy, in one transaction. */
final class InventoryWrites {
  /** What is to be written, as a table. */
  private static final String GIVEN =
      """
      jsonb_to_recordset(CAST(:differences AS jsonb))
        AS d (object bigint, resource integer, before text, name text, label text, site text,
              role text, tags text[], withheld text)
      """;

  private final DbExecute execute;
  private final String source;
  private final InventoryDifferences of;
  private final String differences;

  InventoryWrites(DbExecute execute, String source, InventoryDifferences of, String differences) {
    this.execute = execute;
    this.source = source;
    this.of = of;
    this.differences = differences;
  }

  /** Answers how many resources were written. */
  int all() {
    renamed();
    var changed = changed();
    var fresh = fresh();
    RiskRows.forget(execute, changed);
    return changed.size() + fresh;
  }

  /**
   * What is asked for by the old name is asked for by the new one. Who decides about such a
   * resource is waited for, as nobody can claim it while it gets another name.
   */
  private void renamed() {
    var renamed =
        execute
            .createQuery(
                """
                SELECT true AS locked
                  FROM (SELECT d.resource FROM %s WHERE d.before <> d.name ORDER BY d.resource) r
                 CROSS JOIN LATERAL pg_advisory_xact_lock(17490, r.resource)
                """
                    .formatted(GIVEN))
            .addParam("differences", differences)
            .execute()
            .count();
    if (renamed == 0) {
      return;
    }
    // Two may swap their names.
    execute
        .createUpdate(
            """
            UPDATE resource r SET name = r.name || '~' || r.id
              FROM %s WHERE r.id = d.resource AND d.before <> d.name
            """
                .formatted(GIVEN))
        .addParam("differences", differences)
        .execute();
    List.of("reservation", "waiting").forEach(this::askedFor);
  }

  private void askedFor(String table) {
    execute
        .createUpdate(
            """
            UPDATE %1$s v
               SET requests = (
                 SELECT jsonb_agg(CASE WHEN d.name IS NULL THEN e.request
                                       ELSE jsonb_set(e.request, '{name}', to_jsonb(d.name)) END
                                  ORDER BY e.place)
                   FROM jsonb_array_elements(v.requests) WITH ORDINALITY AS e (request, place)
                   LEFT JOIN %2$s
                     ON d.before <> d.name AND e.request ->> 'kind' = :kind
                    AND e.request ->> 'name' = d.before)
             WHERE EXISTS (
               SELECT FROM jsonb_array_elements(v.requests) AS e (request)
                 JOIN %3$s
                   ON d.before <> d.name AND e.request ->> 'kind' = :same
                  AND e.request ->> 'name' = d.before)
            """
                .formatted(table, GIVEN, GIVEN.replace(":differences", ":given")))
        .addParam("differences", differences)
        .addParam("kind", of.kind().wire())
        .addParam("given", differences)
        .addParam("same", of.kind().wire())
        .execute();
  }

  private List<Integer> changed() {
    return execute
        .createQuery(
            """
            UPDATE resource r
               SET name = d.name, inventory_name = d.label, site = d.site, role = d.role,
                   tags = tags_with(r.tags, r.inventory_tags, d.tags), inventory_tags = d.tags,
                   withheld = d.withheld
              FROM %s WHERE r.id = d.resource
            RETURNING r.id
            """
                .formatted(GIVEN))
        .addParam("differences", differences)
        .execute()
        .map(row -> new Row(row).integer("id"))
        .toList();
  }

  /** What is new takes over the resource of its name, unless another object has that. */
  private int fresh() {
    return (int)
        execute
            .createInsert(
                """
                INSERT INTO resource
                  (kind, cluster, name, tags, inventory_source, inventory_kind, inventory_id,
                   inventory_name, site, role, inventory_tags, withheld)
                SELECT :kind, :cluster, d.name, d.tags, :source, :object, d.object, d.label, d.site,
                       d.role, d.tags, d.withheld
                  FROM %s WHERE d.resource IS NULL
                ON CONFLICT (kind, cluster, name) DO UPDATE
                   SET tags = tags_with(resource.tags, resource.inventory_tags, excluded.tags),
                       inventory_source = excluded.inventory_source,
                       inventory_kind = excluded.inventory_kind,
                       inventory_id = excluded.inventory_id,
                       inventory_name = excluded.inventory_name, site = excluded.site,
                       role = excluded.role, inventory_tags = excluded.inventory_tags,
                       withheld = excluded.withheld
                 WHERE resource.inventory_source IS DISTINCT FROM excluded.inventory_source
                    OR NOT EXISTS (SELECT FROM inventory_object o
                                    WHERE o.kind = resource.inventory_kind
                                      AND o.id = resource.inventory_id)
                """
                    .formatted(GIVEN))
            .addParam("kind", of.kind().wire())
            .addParam("cluster", ClusterName.MAIN.value())
            .addParam("source", source)
            .addParam("object", of.object().wire())
            .addParam("differences", differences)
            .execute();
  }
}
