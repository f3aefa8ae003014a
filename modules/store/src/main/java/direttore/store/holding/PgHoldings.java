package direttore.store.holding;

import direttore.domain.access.Actor;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.holding.FailedMaking;
import direttore.domain.holding.FormerHolding;
import direttore.domain.holding.Holding;
import direttore.domain.holding.Holdings;
import direttore.domain.holding.Ownership;
import direttore.domain.operation.Subject;
import direttore.store.Database;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has what, in PostgreSQL. */
public final class PgHoldings implements Holdings {
  private final DbClient db;
  private final HandOverRows handOvers;

  public PgHoldings(Database database, Clock clock) {
    this.db = database.client();
    this.handOvers = new HandOverRows(db, clock);
  }

  @Override
  public Optional<Holding> of(Subject what) {
    var query =
        db.execute()
            .createGet(
                HoldingRow.SELECT
                    + "WHERE h.kind = :kind AND h.cluster = :cluster AND h.key = :key");
    return HoldingKey.name(query, what).execute().map(HoldingRow::read);
  }

  @Override
  public List<Holding> guests() {
    return db.execute()
        .query(HoldingRow.SELECT + "WHERE h.kind = 'guest'" + HoldingRow.IN_ORDER)
        .map(HoldingRow::read)
        .toList();
  }

  @Override
  public List<Ownership> ownerships() {
    return db.execute()
        .query(
            """
            SELECT h.kind, h.cluster, h.key, h.person, p.name, h.team, h.since
              FROM holding h JOIN person p ON p.id = h.person WHERE h.kind = 'guest'
            """
                + HoldingRow.IN_ORDER)
        .map(HoldingRow::readOwnership)
        .toList();
  }

  @Override
  public List<FormerHolding> formerGuests() {
    return db.execute()
        .query(
            """
            SELECT h.*, p.name
              FROM (SELECT DISTINCT ON (f.kind, f.cluster, f.key) f.*
                      FROM former_holding f
                     WHERE f.kind = 'guest'
                       AND NOT EXISTS (SELECT FROM holding o
                                        WHERE (o.kind, o.cluster, o.key)
                                            = (f.kind, f.cluster, f.key))
                     ORDER BY f.kind, f.cluster, f.key, f.ended_at DESC) AS h
              JOIN person p ON p.id = h.person
            """
                + HoldingRow.IN_ORDER)
        .map(HoldingRow::readFormer)
        .toList();
  }

  @Override
  public List<FailedMaking> failures(Instant after) {
    return db.execute()
        .createQuery(
            """
            SELECT h.operation, h.cluster, h.seen, p.name, h.since
              FROM operation o JOIN holding h ON h.operation = o.id
              JOIN person p ON p.id = h.person
             WHERE o.finished_at > :after AND o.state IN ('failed', 'cancelled')
               AND h.kind = 'guest' AND h.seen IS NOT NULL
            """
                + HoldingRow.IN_ORDER)
        .addParam("after", Timestamp.from(after))
        .execute()
        .map(HoldingRow::readFailed)
        .toList();
  }

  @Override
  public Holding give(
      Subject what, PersonName person, @Nullable TeamName team, GuestSize size, Actor asker) {
    handOvers.give(what, person, team, size, asker);
    return of(what).orElseThrow();
  }

  @Override
  public void measure(Subject what, Instant since, GuestSize size, @Nullable Instant disksRead) {
    var update =
        db.execute()
            .createUpdate(
                """
                UPDATE holding h
                   SET cores = :cores, memory = :memory, disk = :disk,
                       measured = coalesce(CAST(:read AS timestamptz), measured)
                 WHERE kind = :kind AND cluster = :cluster AND key = :key AND since = :since AND NOT
                """
                    + HoldingRow.BUSY)
            .addParam("cores", size.cores())
            .addParam("memory", size.memory())
            .addParam("disk", size.disk())
            .addParam("read", disksRead == null ? null : Timestamp.from(disksRead))
            .addParam("since", Timestamp.from(since));
    HoldingKey.name(update, what).execute();
  }

  @Override
  public void identify(Subject what, Instant since, GuestRef seen, Birth birth) {
    var created = birth.created();
    var update =
        db.execute()
            .createUpdate(
                """
                UPDATE holding
                   SET seen = :seen, born = CAST(:born AS timestamptz), generation = :generation,
                       cards = CAST(:cards AS text)
                 WHERE kind = :kind AND cluster = :cluster AND key = :key AND since = :since
                """)
            .addParam("seen", seen.path())
            .addParam("born", created == null ? null : Timestamp.from(created))
            .addParam("generation", birth.generation())
            .addParam("cards", String.join(" ", birth.cards()))
            .addParam("since", Timestamp.from(since));
    HoldingKey.name(update, what).execute();
  }

  @Override
  public void forget(Subject what, Instant since) {
    Transaction.in(
        db,
        execute -> {
          // Nobody orders or hands it over meanwhile.
          HoldingKey.lock(execute, what);
          FormerRows.end(execute, what, since)
              .ifPresent(order -> FormerRows.giveBack(execute, what, order));
        });
  }

  @Override
  public boolean restore(Subject what) {
    return FormerRows.restore(db.execute(), what);
  }
}
