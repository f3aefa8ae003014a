package direttore.store.reservation;

import direttore.domain.inventory.Kind;
import direttore.domain.reservation.InventoryLink;
import direttore.domain.reservation.ResourceKind;
import direttore.store.Row;
import io.helidon.dbclient.DbExecute;
import java.util.Optional;

/**
 * What resources are to be by the inventory's copy and are not, of each kind by one statement.
 *
 * <p>A resource goes by what its object is called there; where several are called so, by the site
 * or the group before it; where that does not tell them apart either, or somebody has entered
 * another of that name by hand, by the number after it.
 */
enum InventoryDifferences {
  DEVICES(
      ResourceKind.DEVICE,
      Kind.DEVICE,
      """
      SELECT o.id, o.name AS said, o.name AS label, s.slug AS place, s.name AS site,
             o.body -> 'role' ->> 'name' AS role, o.status, o.tags,
             ARRAY['role:' || o.role, 'platform:' || o.platform, 'site:' || s.slug] AS more
        FROM inventory_object o
        LEFT JOIN inventory_site s ON s.kind = o.kind AND s.id = o.id
       WHERE o.kind = 'device'
      """),
  VLANS(
      ResourceKind.VLAN,
      Kind.VLAN,
      """
      SELECT o.id, CAST(o.vid AS text) AS said, o.name AS label, coalesce(g.slug, s.slug) AS place,
             s.name AS site, o.body -> 'role' ->> 'name' AS role, o.status, o.tags,
             ARRAY['role:' || o.role, 'group:' || g.slug, 'site:' || s.slug] AS more
        FROM inventory_object o
        LEFT JOIN inventory_site s ON s.kind = o.kind AND s.id = o.id
        LEFT JOIN inventory_object g ON g.kind = 'vlan-group' AND g.id = o."group"
       WHERE o.kind = 'vlan'
      """);

  /** At once, as renaming takes a lock of each. */
  static final int MOST = 500;

  /** Longer than any name there, and short enough to be asked for by. */
  private static final int LONGEST = 150;

  private final ResourceKind kind;
  private final Kind object;
  private final String objects;

  InventoryDifferences(ResourceKind kind, Kind object, String objects) {
    this.kind = kind;
    this.object = object;
    this.objects = objects;
  }

  ResourceKind kind() {
    return kind;
  }

  Kind object() {
    return object;
  }

  /**
   * Of so many resources, as a JSON array; empty where all is as it is to be. An object that is
   * {@code null} is gone, a resource that is {@code null} is new.
   */
  Optional<String> of(DbExecute execute, String source) {
    return execute
        .createGet(
            """
            WITH object AS MATERIALIZED (
            %s
            ), mine AS MATERIALIZED (
              SELECT r.id, r.name, r.inventory_name, r.site, r.role, r.inventory_tags, r.withheld,
                     CASE WHEN r.inventory_source = :source THEN r.inventory_id END AS object
                FROM resource r WHERE r.kind = :kind AND r.inventory_kind = :object
            ), called AS (
              SELECT o.id, left(trim(regexp_replace(o.said, '[\\x01-\\x1f\\x7f\\s]+', ' ', 'g')),
                                CAST(:longest AS integer)) AS said
                FROM object o
            ), placed AS (
              SELECT c.id, CASE WHEN count(*) OVER (PARTITION BY c.said) = 1 OR o.place IS NULL
                                THEN c.said ELSE o.place || '/' || c.said END AS name
                FROM called c JOIN object o ON o.id = c.id
            ), named AS (
              SELECT id, CASE WHEN count(*) OVER (PARTITION BY name) = 1 AND name <> '' THEN name
                              ELSE name || '#' || id END AS name
                FROM placed
            ), wanted AS (
              SELECT o.id, m.id AS resource, m.name AS before,
                     CASE WHEN m.name <> n.name AND EXISTS (
                            SELECT FROM resource f
                             WHERE f.kind = :same AND f.cluster = 'main' AND f.name = n.name
                               AND NOT EXISTS (SELECT FROM mine x JOIN object y ON y.id = x.object
                                                WHERE x.id = f.id))
                          THEN n.name || '#' || o.id ELSE n.name END AS name,
                     o.label, o.site, o.role, t.tags,
                     CASE WHEN o.tags @> to_jsonb(CAST(:excluded AS text))
                          THEN 'tagged ' || :tag || ' in NetBox'
                          WHEN coalesce(o.status, 'active') <> 'active'
                          THEN o.status || ' in NetBox' END AS withheld
                FROM object o
                JOIN named n ON n.id = o.id
                LEFT JOIN mine m ON m.object = o.id
               CROSS JOIN LATERAL (
                 SELECT ARRAY(SELECT DISTINCT x.tag COLLATE "C" AS tag
                                FROM (SELECT jsonb_array_elements_text(o.tags)
                                       UNION ALL SELECT unnest(o.more)) AS x (tag)
                               WHERE x.tag ~ '^[A-Za-z0-9_][A-Za-z0-9_.+:-]{0,62}$'
                               ORDER BY tag) AS tags) t
            ), difference AS (
              SELECT w.id AS object, w.resource, w.before, w.name, w.label, w.site, w.role, w.tags,
                     w.withheld
                FROM wanted w LEFT JOIN mine m ON m.id = w.resource
               WHERE m.id IS NULL
                  OR (m.name, m.inventory_name, m.site, m.role, m.inventory_tags, m.withheld)
                     IS DISTINCT FROM (w.name, w.label, w.site, w.role, w.tags, w.withheld)
               UNION ALL
              SELECT NULL, m.id, m.name, m.name, m.inventory_name, m.site, m.role, m.inventory_tags,
                     :gone
                FROM mine m
               WHERE NOT EXISTS (SELECT FROM object o WHERE o.id = m.object)
                 AND m.withheld IS DISTINCT FROM :known
            )
            SELECT CAST(jsonb_agg(d) AS text) AS differences
              FROM (SELECT * FROM difference
                     ORDER BY object IS NULL DESC, before = name, resource, object LIMIT %d) d
            """
                .formatted(objects, MOST))
        .addParam("source", source)
        .addParam("kind", kind.wire())
        .addParam("object", object.wire())
        .addParam("longest", LONGEST)
        .addParam("same", kind.wire())
        .addParam("excluded", InventoryLink.EXCLUDED)
        .addParam("tag", InventoryLink.EXCLUDED)
        .addParam("gone", InventoryLink.GONE)
        .addParam("known", InventoryLink.GONE)
        .execute()
        .flatMap(row -> Optional.ofNullable(new Row(row).textOrNull("differences")));
  }
}
