package direttore.store.allocation;

import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.Allocations;
import direttore.domain.inventory.Address;
import direttore.domain.inventory.Span;
import direttore.domain.operation.Subject;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatementDml;
import io.helidon.dbclient.DbStatementQuery;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Allocations in PostgreSQL. */
public final class PgAllocations implements Allocations {
  /**
   * The first candidate that nothing has; the claims of others are of the same addresses anywhere.
   * What a reservation claims itself is its guests', whoever claims it later; else its guests take
   * nothing that anybody claims.
   */
  private static final String FIRST_FREE =
      """
      SELECT c.host
        FROM unnest(CAST(:candidates AS inet[])) WITH ORDINALITY AS c (host, place)
       WHERE NOT EXISTS (SELECT FROM allocation a
                          WHERE a.vrf = p.vrf AND a.host = c.host AND a.state <> 'released')
         AND (EXISTS (SELECT FROM address_claim k
                       WHERE k.reservation = CAST(:for AS bigint) AND k.holding
                         AND k.addresses @> c.host)
              OR NOT EXISTS (SELECT FROM address_claim k JOIN reservation v ON v.id = k.reservation
                              WHERE k.holding AND k.addresses @> c.host
                                AND upper(k.during) > CAST(:now AS timestamptz)
                                AND (CAST(:guests AS bigint) IS NOT NULL
                                     OR v.person IS DISTINCT FROM CAST(:person AS uuid)
                                     OR v.requester <> :requester)))
      """;

  private final Database database;
  private final DbClient db;
  private final Clock clock;

  public PgAllocations(Database database, Clock clock) {
    this.database = database;
    this.db = database.client();
    this.clock = clock;
  }

  @Override
  public Optional<Allocation> take(Wanted wanted, List<Address> candidates) {
    var taken =
        Transaction.of(
            db,
            execute -> {
              lockAddresses(execute);
              var found =
                  one(
                      execute
                          .createQuery(
                              """
                              WITH taken AS (
                                INSERT INTO allocation AS a
                                  (id, prefix, vrf, address, description, requester, person, state,
                                   created_at, until, changed_at, reservation)
                                SELECT :id, p.id, p.vrf, set_masklen(f.host, masklen(p.network)),
                                       :description, :by, CAST(:whose AS uuid), 'taking',
                                       CAST(:created AS timestamptz), CAST(:until AS timestamptz),
                                       CAST(:changed AS timestamptz), CAST(:reservation AS bigint)
                                  FROM inventory_object p
                                 CROSS JOIN LATERAL (
                              """
                                  + FIRST_FREE
                                  + """
                                       ORDER BY c.place LIMIT 1) AS f
                                     WHERE p.kind = 'prefix' AND p.id = :prefix
                                  RETURNING *)
                                    SELECT
                                  """
                                  + AllocationRow.COLUMNS
                                  + " FROM taken a")
                          .addParam("id", wanted.id())
                          .addParam("description", wanted.description())
                          .addParam("by", wanted.requester())
                          .addParam("whose", wanted.person().orElse(null))
                          .addParam("created", Timestamp.from(wanted.created()))
                          .addParam("until", Timestamp.from(wanted.until()))
                          .addParam("changed", Timestamp.from(wanted.created()))
                          .addParam("prefix", wanted.prefix())
                          .addParam("candidates", hosts(candidates))
                          .addParam("now", Timestamp.from(wanted.created()))
                          .addParam("person", wanted.person().orElse(null))
                          .addParam("requester", wanted.requester())
                          .addParam("reservation", wanted.reservation())
                          .addParam("for", wanted.reservation())
                          .addParam("guests", wanted.reservation()));
              found.ifPresent(now -> ClaimedAddresses.follow(execute, now));
              return found;
            });
    database.changed();
    return taken;
  }

  @Override
  public Optional<Allocation> takeAnother(UUID id, List<Address> candidates) {
    var taken =
        Transaction.of(
            db,
            execute -> {
              lockAddresses(execute);
              return find(execute, id)
                  .filter(before -> before.state() == Allocation.State.TAKING)
                  .flatMap(before -> another(execute, before, candidates));
            });
    database.changed();
    return taken;
  }

  private Optional<Allocation> another(
      DbExecute execute, Allocation before, List<Address> candidates) {
    var after =
        one(
            execute
                .createQuery(
                    """
                    UPDATE allocation a
                       SET tried = a.tried || a.host, changed_at = :changed,
                           address = set_masklen(f.host, masklen(a.address))
                      FROM (SELECT found.host FROM allocation p CROSS JOIN LATERAL (
                    """
                        + FIRST_FREE
                        + """
                               AND c.host <> p.host AND c.host <> ALL (p.tried)
                             ORDER BY c.place LIMIT 1) AS found
                             WHERE p.id = :same) AS f
                         WHERE a.id = :id
                        RETURNING
                        """
                        + AllocationRow.COLUMNS)
                .addParam("changed", now())
                .addParam("candidates", hosts(candidates))
                .addParam("now", now())
                .addParam("person", before.person())
                .addParam("requester", before.requester())
                .addParam("for", before.reservation())
                .addParam("guests", before.reservation())
                .addParam("same", before.id())
                .addParam("id", before.id()));
    after.ifPresent(now -> ClaimedAddresses.follow(execute, now));
    return after;
  }

  /** Whatever decides about addresses waits for one another, reservations too. */
  private static void lockAddresses(DbExecute execute) {
    execute.get("SELECT pg_advisory_xact_lock(17490, 0)");
  }

  @Override
  public Optional<Allocation> find(UUID id) {
    return find(db.execute(), id);
  }

  private static Optional<Allocation> find(DbExecute execute, UUID id) {
    return one(
        execute
            .createQuery("SELECT " + AllocationRow.COLUMNS + " FROM allocation a WHERE a.id = :id")
            .addParam("id", id));
  }

  @Override
  public List<Address> claimed(long reservation, long prefix) {
    return ClaimedAddresses.free(db.execute(), reservation, prefix);
  }

  @Override
  public boolean returning(long reservation, long prefix, Instant since) {
    return ClaimedAddresses.returning(db.execute(), reservation, prefix, since);
  }

  @Override
  public List<Allocation> live() {
    return all(
        db.execute()
            .createQuery(
                "SELECT "
                    + AllocationRow.COLUMNS
                    + " FROM allocation a WHERE a.state <> 'released' ORDER BY a.vrf, a.host"));
  }

  @Override
  public Map<Long, Allocation> ofAddresses(Collection<Long> addresses) {
    var found = new HashMap<Long, Allocation>();
    db.execute()
        .createQuery(
            "SELECT o.id AS of, "
                + AllocationRow.COLUMNS
                + """
                  FROM inventory_object o
                  JOIN allocation a
                    ON a.vrf = o.vrf AND a.host = o.host AND a.state <> 'released'
                 WHERE o.kind = 'address' AND o.id = ANY (CAST(:ids AS bigint[]))
                """)
        .addParam(
            "ids",
            addresses.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
        .execute()
        .map(Row::new)
        .forEach(row -> found.put(row.number("of"), AllocationRow.read(row)));
    return found;
  }

  @Override
  public List<Allocation> within(long prefix, Span addresses) {
    return all(
        db.execute()
            .createQuery(
                "SELECT "
                    + AllocationRow.COLUMNS
                    + """
                      FROM inventory_object p
                      JOIN allocation a
                        ON a.vrf = p.vrf AND a.state <> 'released'
                       AND a.host BETWEEN CAST(:first AS inet) AND CAST(:last AS inet)
                     WHERE p.kind = 'prefix' AND p.id = :prefix
                     ORDER BY a.host
                    """)
            .addParam("first", addresses.first().toString())
            .addParam("last", addresses.last().toString())
            .addParam("prefix", prefix));
  }

  @Override
  public List<Allocation> ofGuest(Subject guest) {
    return all(
        db.execute()
            .createQuery(
                "SELECT "
                    + AllocationRow.COLUMNS
                    + """
                       FROM allocation a
                      WHERE a.state IN ('held', 'used') AND a.guest = :guest
                      ORDER BY a.nic, a.host
                    """)
            .addParam("guest", guest.key()));
  }

  @Override
  public void held(UUID id, long addressId) {
    change(
        """
        UPDATE allocation
           SET address_id = :address, changed_at = :now,
               state = CASE state WHEN 'taking' THEN 'held' ELSE state END
         WHERE id = :id AND state IN ('taking', 'held', 'used')
        """,
        id,
        update -> update.addParam("address", addressId));
  }

  @Override
  public void used(UUID id) {
    change(
        """
        UPDATE allocation SET state = 'used', changed_at = :now
         WHERE id = :id AND state = 'held' AND guest IS NOT NULL
        """,
        id,
        update -> update);
  }

  @Override
  public boolean releasing(UUID id) {
    return change(
        """
        UPDATE allocation SET state = 'releasing', changed_at = :now, tries = 0
         WHERE id = :id AND state IN ('taking', 'held', 'used')
        """,
        id,
        update -> update);
  }

  @Override
  public void released(UUID id) {
    change(
        """
        UPDATE allocation SET state = 'released', changed_at = :now
         WHERE id = :id AND state <> 'released'
        """,
        id,
        update -> update);
  }

  @Override
  public boolean prolong(UUID id, Instant until) {
    return change(
        """
        UPDATE allocation SET until = :until, changed_at = :now
         WHERE id = :id AND state IN ('taking', 'held') AND guest IS NULL
        """,
        id,
        update -> update.addParam("until", Timestamp.from(until)));
  }

  private boolean change(String sql, UUID id, UnaryOperator<DbStatementDml> more) {
    var update = db.execute().createUpdate(sql).addParam("id", id).addParam("now", now());
    var changed = more.apply(update).execute() > 0;
    database.changed();
    return changed;
  }

  @Override
  public long forget(Instant before) {
    return db.execute()
        .createDelete("DELETE FROM allocation WHERE state = 'released' AND changed_at < :before")
        .addParam("before", Timestamp.from(before))
        .execute();
  }

  @Override
  public List<Due> due(Instant now) {
    return db.execute()
        .createQuery(DueAllocations.SQL)
        .addParam("now", Timestamp.from(now))
        .execute()
        .map(Row::new)
        .map(row -> new Due(AllocationRow.read(row), Why.valueOf(row.text("why"))))
        .toList();
  }

  private static Optional<Allocation> one(DbStatementQuery query) {
    return all(query).stream().findFirst();
  }

  private static List<Allocation> all(DbStatementQuery query) {
    return query.execute().map(row -> AllocationRow.read(new Row(row))).toList();
  }

  private static String[] hosts(List<Address> addresses) {
    return addresses.stream().map(Address::toString).toArray(String[]::new);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
