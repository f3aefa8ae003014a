package direttore.store.inventory;

import direttore.domain.inventory.Address;
import direttore.domain.inventory.Inventory;
import direttore.domain.inventory.IpRange;
import direttore.domain.inventory.Listed;
import direttore.domain.inventory.Network;
import direttore.domain.inventory.Prefix;
import direttore.domain.inventory.PrefixDetails;
import direttore.domain.inventory.PrefixRoom;
import direttore.domain.inventory.Slice;
import direttore.domain.inventory.Span;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prefixes of the copy. */
final class PgPrefixes {
  private static final String RANGE =
      """
      SELECT r.id, host(r.host) AS first, host(r.last_host) AS last, CAST(r.body AS text) AS body
        FROM inventory_object p
        JOIN inventory_object r ON r.kind = 'range' AND r.vrf = p.vrf
       WHERE p.kind = 'prefix' AND p.id = :id
      """;

  private final DbClient db;

  PgPrefixes(DbClient db) {
    this.db = db;
  }

  Listed<Prefix> list(Inventory.PrefixFilter filter, Slice slice) {
    var conditions = conditions(filter);
    var from =
        """
        FROM inventory_object p
        LEFT JOIN inventory_object v ON v.kind = 'vrf' AND v.id = p.vrf
        LEFT JOIN inventory_site s ON s.kind = p.kind AND s.id = p.id
        WHERE
        """
            + conditions.sql();
    var total = Pages.total(db, from, conditions);
    var ids =
        Pages.ids(
            db,
            "p.id",
            from + " ORDER BY p.vrf <> 0, v.place, p.vrf, p.network, p.id",
            conditions,
            slice);
    return new Listed<>(of(ids), total);
  }

  private static Conditions conditions(Inventory.PrefixFilter filter) {
    var within = filter.within();
    var conditions =
        new Conditions("p.kind = 'prefix'")
            .and("family(p.network) = :family", "family", filter.family())
            .and("p.status = :status", "status", filter.status())
            .and("s.slug = :site", "site", filter.site())
            .and("p.role = :role", "role", filter.role())
            .and("p.tags @> to_jsonb(CAST(:tag AS text))", "tag", filter.tag())
            .and(
                "p.network <<= CAST(:within AS inet)",
                "within",
                within == null ? null : within.toString())
            .and(
                """
                position(lower(:words) IN
                         lower(text(p.network) || ' ' || coalesce(p.body ->> 'description', ''))) > 0
                """,
                "words",
                filter.words());
    return inVrf(conditions, filter.vrf());
  }

  static Conditions inVrf(Conditions conditions, @Nullable String vrf) {
    return Inventory.GLOBAL.equals(vrf)
        ? conditions.and("p.vrf = 0")
        : conditions.and("v.name = :vrf", "vrf", vrf);
  }

  List<Prefix> of(Collection<Long> ids) {
    return db.execute()
        .createQuery(PrefixRows.SELECT)
        .addParam("ids", Pages.array(ids))
        .execute()
        .map(row -> PrefixRows.prefix(new Row(row)))
        .toList();
  }

  private Optional<Prefix> one(long id) {
    return of(List.of(id)).stream().findFirst();
  }

  Optional<PrefixDetails> details(long id) {
    return one(id)
        .map(prefix ->
            new PrefixDetails(
                prefix,
                of(related(id, "o.network >> p.network")),
                of(
                    related(
                        id,
                        """
                        o.network << p.network AND NOT EXISTS (
                          SELECT FROM inventory_object m
                           WHERE m.kind = 'prefix' AND m.vrf = p.vrf
                             AND m.network << p.network AND m.network >> o.network)
                        """)),
                ranges(id, "AND r.host <<= p.network")));
  }

  private List<Long> related(long id, String condition) {
    return db.execute()
        .createQuery(
            """
            SELECT o.id FROM inventory_object p
              JOIN inventory_object o ON o.kind = 'prefix' AND o.vrf = p.vrf AND
            """
                + condition
                + " WHERE p.kind = 'prefix' AND p.id = :id")
        .addParam("id", id)
        .execute()
        .map(row -> new Row(row).number("id"))
        .toList();
  }

  private List<IpRange> ranges(long id, String condition) {
    return db.execute()
        .createQuery(RANGE + condition + " ORDER BY r.host, r.id")
        .addParam("id", id)
        .execute()
        .map(row -> PrefixRows.range(new Row(row)))
        .toList();
  }

  Optional<PrefixRoom> room(long id) {
    return one(id)
        .map(prefix ->
            new PrefixRoom(
                prefix,
                hosts(id),
                within(id),
                ranges(
                    id,
                    """
                    AND r.host <= CAST(host(broadcast(p.network)) AS inet)
                    AND r.last_host >= CAST(host(p.network) AS inet)
                    """),
                claimed(id)));
  }

  private List<Address> hosts(long id) {
    return db.execute()
        .createQuery(
            """
            WITH p AS (SELECT vrf, CAST(host(network) AS inet) AS low,
                              CAST(host(broadcast(network)) AS inet) AS high
                         FROM inventory_object WHERE kind = 'prefix' AND id = :id)
            SELECT string_agg(host(taken.host), ' ') AS hosts FROM (
              SELECT a.host FROM p JOIN inventory_object a
                  ON a.kind = 'address' AND a.vrf = p.vrf AND a.host BETWEEN p.low AND p.high
               UNION
              SELECT a.host FROM p JOIN allocation a
                  ON a.state <> 'released' AND a.vrf = p.vrf
                 AND a.host BETWEEN p.low AND p.high) AS taken
            """)
        .addParam("id", id)
        .execute()
        .flatMap(
            row -> PrefixRows.listed(new Row(row).textOrNull("hosts"), Address::parse).stream())
        .toList();
  }

  private List<Network> within(long id) {
    return db.execute()
        .createQuery(
            """
            SELECT text(o.network) AS network FROM inventory_object p
              JOIN inventory_object o ON o.kind = 'prefix' AND o.vrf = p.vrf
               AND o.network << p.network
             WHERE p.kind = 'prefix' AND p.id = :id
            """)
        .addParam("id", id)
        .execute()
        .map(row -> Network.parse(new Row(row).text("network")))
        .toList();
  }

  /** Claims know no VRF, so that they keep others out of each. */
  private List<Span> claimed(long id) {
    return db.execute()
        .createQuery(
            """
            SELECT DISTINCT host(lower(c.addresses)) AS first, host(upper(c.addresses)) AS last
              FROM inventory_object p
              JOIN address_claim c
                ON c.holding AND upper(c.during) > now()
               AND c.addresses && inetrange(CAST(host(p.network) AS inet),
                                            CAST(host(broadcast(p.network)) AS inet), '[]')
             WHERE p.kind = 'prefix' AND p.id = :id
            """)
        .addParam("id", id)
        .execute()
        .map(Row::new)
        .map(row -> new Span(Address.parse(row.text("first")), Address.parse(row.text("last"))))
        .toList();
  }
}
