package direttore.store.reservation;

import direttore.domain.inventory.Address;
import direttore.domain.inventory.Kind;
import direttore.domain.inventory.Span;
import direttore.domain.reservation.InventoryHolders;
import direttore.domain.reservation.Resources.Occupancy;
import direttore.domain.reservation.Resources.Use;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who has reserved what the inventory has, by the claims in PostgreSQL. */
public final class PgInventoryHolders implements InventoryHolders {
  /** A claim of addresses with its reservation, as {@link Occupancies#use} wants them. */
  private static final String USE =
      """
      v.id, v.kind, v.title, v.requester, v.person, v.team, v.hidden, lower(k.during) AS since,
      upper(k.during) AS until, lower(v.during) AS seen_since, upper(v.during) AS seen_until,
      c.lane, c.cores, c.memory, c.disk, c.vms, c.lxc
      """;

  /** More of one prefix nobody looks at at once. */
  private static final int MOST = 2_000;

  private final DbClient db;
  private final String source;

  /**
   * What one inventory has.
   *
   * @param source which one
   */
  public PgInventoryHolders(Database database, String source) {
    this.db = database.client();
    this.source = source;
  }

  @Override
  public Map<Long, Occupancy> of(
      Kind kind, Collection<Long> objects, Instant moment, Duration ahead) {
    return kind == Kind.ADDRESS
        ? addresses(objects, moment, ahead)
        : resources(kind, objects, moment, ahead);
  }

  private Map<Long, Occupancy> resources(
      Kind kind, Collection<Long> objects, Instant moment, Duration ahead) {
    var resources = new HashMap<Integer, Long>();
    db.execute()
        .createQuery(
            """
            SELECT id, inventory_id FROM resource
             WHERE inventory_kind = :kind AND inventory_source = :source
               AND inventory_id = ANY (CAST(:objects AS bigint[]))
            """)
        .addParam("kind", kind.wire())
        .addParam("source", source)
        .addParam("objects", HeldRows.array(objects))
        .execute()
        .map(Row::new)
        .forEach(row -> resources.put(row.integer("id"), row.number("inventory_id")));
    return Occupancies.of(db.execute(), resources.keySet(), moment, ahead).entrySet().stream()
        .collect(Collectors.toMap(each -> resources.get(each.getKey()), Map.Entry::getValue));
  }

  /** One claim of one address. */
  private record OfAddress(long address, Use use) {}

  private Map<Long, Occupancy> addresses(Collection<Long> objects, Instant moment, Duration ahead) {
    return db.execute()
        .createQuery(
            "SELECT o.id AS address, "
                + USE
                + """
                  FROM inventory_object o
                  JOIN address_claim k
                    ON k.holding AND k.addresses @> o.host
                   AND k.during && tstzrange(CAST(:now AS timestamptz), CAST(:until AS timestamptz))
                  JOIN claim c ON c.id = k.claim
                  JOIN reservation v ON v.id = k.reservation
                 WHERE o.kind = 'address' AND o.id = ANY (CAST(:objects AS bigint[]))
                 ORDER BY lower(k.during), v.id
                """)
        .addParam("now", Timestamp.from(moment))
        .addParam("until", Timestamp.from(moment.plus(ahead)))
        .addParam("objects", HeldRows.array(objects))
        .execute()
        .map(Row::new)
        .map(row -> new OfAddress(row.number("address"), Occupancies.use(row)))
        .collect(
            Collectors.groupingBy(
                OfAddress::address,
                Collectors.collectingAndThen(
                    Collectors.mapping(OfAddress::use, Collectors.toList()),
                    uses -> occupancy(uses, moment))));
  }

  private static Occupancy occupancy(List<Use> uses, Instant moment) {
    var now = uses.stream().filter(use -> use.during().contains(moment)).toList();
    var next = uses.stream().filter(use -> use.during().from().isAfter(moment)).findFirst();
    return new Occupancy(now, next.orElse(null));
  }

  @Override
  public List<Claimed> within(Span addresses, Instant moment, Duration ahead) {
    return db.execute()
        .createQuery(
            "SELECT host(lower(k.addresses)) AS first, host(upper(k.addresses)) AS last, "
                + USE
                + """
                  FROM address_claim k
                  JOIN claim c ON c.id = k.claim
                  JOIN reservation v ON v.id = k.reservation
                 WHERE k.holding
                   AND k.addresses && inetrange(CAST(:first AS inet), CAST(:last AS inet), '[]')
                   AND k.during && tstzrange(CAST(:now AS timestamptz), CAST(:until AS timestamptz))
                 ORDER BY lower(k.addresses), lower(k.during), v.id
                 LIMIT :most
                """)
        .addParam("first", addresses.first().toString())
        .addParam("last", addresses.last().toString())
        .addParam("now", Timestamp.from(moment))
        .addParam("until", Timestamp.from(moment.plus(ahead)))
        .addParam("most", MOST)
        .execute()
        .map(Row::new)
        .map(row ->
            new Claimed(
                new Span(Address.parse(row.text("first")), Address.parse(row.text("last"))),
                Occupancies.use(row)))
        .toList();
  }
}
