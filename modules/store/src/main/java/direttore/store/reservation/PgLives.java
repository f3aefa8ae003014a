package direttore.store.reservation;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.reservation.life.Bells;
import direttore.domain.reservation.life.Life;
import direttore.domain.reservation.life.Lives;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartOperation;
import direttore.domain.reservation.life.Waiting;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import direttore.store.operation.Fences;
import direttore.store.operation.GroupColumns;
import direttore.store.operation.Safe;
import direttore.store.operation.SecretOwner;
import direttore.store.operation.Secrets;
import io.helidon.dbclient.DbClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Parts and bells of reservations in PostgreSQL. */
public final class PgLives implements Lives, Bells {
  private final Database database;
  private final DbClient db;
  private final Secrets secrets;
  private final Clock clock;

  public PgLives(Database database, Safe safe, Clock clock) {
    this.database = database;
    this.db = database.client();
    this.secrets = new Secrets(safe);
    this.clock = clock;
  }

  @Override
  public Optional<Long> reservationOf(UUID part) {
    return db.execute()
        .createGet("SELECT reservation FROM part WHERE id = :id")
        .addParam("id", part)
        .execute()
        .map(row -> new Row(row).number("reservation"));
  }

  @Override
  public List<Long> moving() {
    return db.execute()
        .query(
            """
            SELECT reservation FROM part WHERE state IN ('making', 'ending')
             UNION
            SELECT p.reservation FROM part p JOIN reservation v ON v.id = p.reservation
             WHERE p.making IS NULL AND p.birth IS NULL AND p.state = 'none'
               AND v.phase IN ('requested', 'offered', 'booked')
             ORDER BY reservation
            """)
        .map(row -> new Row(row).number("reservation"))
        .toList();
  }

  @Override
  public Life find(long id) {
    return LifeRows.find(db.execute(), id);
  }

  @Override
  public Map<UUID, Long> take(long id) {
    return Transaction.of(
        db,
        execute -> {
          var now = clock.instant();
          Possessions.take(execute, id, now);
          return Possessions.taken(execute, id, now);
        });
  }

  @Override
  public void born(long id, UUID part, Birth birth) {
    Transaction.in(
        db,
        execute -> LifeRows.change(execute, id, life -> life.born(part, birth), clock.instant()));
  }

  @Override
  public void note(long id, UUID part, int round, Waiting what) {
    Transaction.in(
        db,
        execute ->
            LifeRows.change(execute, id, life -> life.waiting(part, round, what), clock.instant()));
    database.changed();
  }

  @Override
  public Map<UUID, List<PartOperation>> operations(long id) {
    return PartRows.operations(db.execute(), id);
  }

  @Override
  public GuestSecrets secrets(UUID part) {
    return secrets
        .find(db.execute(), SecretOwner.part(part))
        .map(GroupColumns::secrets)
        .orElse(GuestSecrets.NONE);
  }

  @Override
  public void settle(long id, UUID part, int round, PartDecision.Settle end) {
    var now = clock.instant();
    Transaction.in(
        db,
        execute -> {
          LifeRows.locked(execute, id);
          // Nobody submits meanwhile, nor after it.
          Fences.hold(execute, part);
          if (!PartRows.busy(execute, part)) {
            LifeRows.change(execute, id, life -> life.settled(part, round, end, now), now);
          }
        });
    database.changed();
  }

  @Override
  public Life repair(long id, Set<UUID> parts, String by) {
    var repaired =
        Transaction.of(
            db,
            execute -> {
              var now = clock.instant();
              var life = LifeRows.change(execute, id, before -> before.repaired(parts), now);
              HistoryRows.repaired(execute, id, by, now);
              return life;
            });
    database.changed();
    return repaired;
  }

  @Override
  public List<Long> ring(Set<Long> except) {
    var rung = Ringing.of(db, except);
    if (!rung.isEmpty()) {
      database.changed();
    }
    return rung;
  }

  /** One that runs and of which nothing was begun, as the account of whoever has it is disabled. */
  public Optional<Long> withheld() {
    return db.execute()
        .createGet(
            """
            SELECT p.reservation FROM part p JOIN reservation v ON v.id = p.reservation
             WHERE p.state = 'failed' AND p.failure ->> 'type' = :type
               AND v.phase IN ('preparing', 'running')
             ORDER BY p.reservation LIMIT 1
            """)
        .addParam("type", Life.DISABLED)
        .execute()
        .map(row -> new Row(row).number("reservation"));
  }

  @Override
  public Optional<Duration> next() {
    return db.execute()
        .get(
            """
            SELECT CAST(extract(epoch FROM min(due) - clock_timestamp()) * 1000 AS bigint) AS millis
              FROM bell WHERE rung IS NULL
            """)
        .map(row -> new Row(row).numberOrNull("millis"))
        .map(millis -> Duration.ofMillis(Math.max(0, millis)));
  }
}
