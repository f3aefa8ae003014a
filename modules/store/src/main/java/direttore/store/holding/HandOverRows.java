package direttore.store.holding;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestSize;
import direttore.domain.operation.Subject;
import direttore.domain.quota.Holder;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import direttore.store.quota.QuotaFailure;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives what somebody has, or nobody, to another. */
final class HandOverRows {
  private final DbClient db;
  private final Clock clock;

  HandOverRows(DbClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void give(Subject what, PersonName to, @Nullable TeamName team, GuestSize size, Actor asker) {
    try {
      Transaction.in(db, execute -> hand(execute, new Given(what, to, team, size), asker));
    } catch (DbClientException e) {
      throw refusal(e, team, asker);
    }
  }

  private record Given(Subject what, PersonName to, @Nullable TeamName team, GuestSize size) {}

  private void hand(DbExecute execute, Given given, Actor asker) {
    HoldingKey.lock(execute, given.what());
    requireIdle(execute, given.what());
    measure(execute, given);
    if (write(execute, given, asker) == 0) {
      throw new Refusal.Unknown("person", "owner", "there is nobody called " + given.to());
    }
  }

  /** One that is being made or grown would count as it is now, and not as it will be. */
  private static void requireIdle(DbExecute execute, Subject what) {
    execute
        .createGet(
            """
            SELECT o.id, o.kind FROM operation_lock l JOIN operation o ON o.id = l.operation
             WHERE l.kind = :kind AND l.key = :key
            """)
        .addParam("kind", what.kind())
        .addParam("key", what.key())
        .execute()
        .map(Row::new)
        .ifPresent(row -> {
          throw new Refusal.Busy(
              "%s %s is being changed by operation %s (%s); wait for it or cancel it"
                  .formatted(what.kind(), HoldingKey.key(what), row.uuid("id"), row.text("kind")),
              row.uuid("id"));
        });
  }

  /**
   * Apart, and first: that it was grown elsewhere must not count as growth for its owner. What the
   * cluster lists may be older than the order that made the guest, so that nothing shrinks here.
   */
  private static void measure(DbExecute execute, Given given) {
    var update =
        execute
            .createUpdate(
                """
                UPDATE holding
                   SET cores = greatest(cores, CAST(:cores AS integer)),
                       memory = greatest(memory, CAST(:memory AS bigint)),
                       disk = greatest(disk, CAST(:disk AS bigint))
                 WHERE
                """
                    + HoldingKey.IS)
            .addParam("cores", given.size().cores())
            .addParam("memory", given.size().memory())
            .addParam("disk", given.size().disk());
    HoldingKey.name(update, given.what()).execute();
  }

  /** What an operator gives is theirs whatever became of the order that was to make it. */
  private long write(DbExecute execute, Given given, Actor asker) {
    var team = given.team();
    var insert =
        execute
            .createInsert(
                """
                INSERT INTO holding AS h
                       (kind, cluster, key, person, team, since, cores, memory, disk)
                SELECT :kind, :cluster, :key, id, :team, CAST(:now AS timestamptz),
                       CAST(:cores AS integer), CAST(:memory AS bigint), CAST(:disk AS bigint)
                  FROM person WHERE name = :name AND deleted_at IS NULL
                    ON CONFLICT (kind, cluster, key) DO UPDATE
                   SET person = EXCLUDED.person, team = EXCLUDED.team, since = EXCLUDED.since,
                       operation = CASE WHEN CAST(:vouched AS boolean) THEN NULL
                                        ELSE h.operation END,
                       seen = CASE WHEN CAST(:vouched AS boolean) THEN NULL ELSE h.seen END,
                       born = CASE WHEN CAST(:vouched AS boolean) THEN NULL ELSE h.born END,
                       generation = CASE WHEN CAST(:vouched AS boolean) THEN NULL
                                         ELSE h.generation END,
                       cards = CASE WHEN CAST(:vouched AS boolean) THEN NULL ELSE h.cards END
                """)
            .addParam("team", team == null ? null : team.value())
            .addParam("now", Timestamp.from(clock.instant()))
            .addParam("cores", given.size().cores())
            .addParam("memory", given.size().memory())
            .addParam("disk", given.size().disk())
            .addParam("name", given.to().value())
            .addParam("vouched", asker.changesAll());
    return HoldingKey.name(insert, given.what()).execute();
  }

  private static RuntimeException refusal(
      DbClientException failure, @Nullable TeamName team, Actor asker) {
    if (SqlFailure.breaks(failure, "holding_team")) {
      return new Refusal.Unknown("team", "team", "there is no team " + team);
    }
    if (QuotaFailure.is(failure)) {
      return QuotaFailure.refusal(
          failure, asker, e -> e.holder() instanceof Holder.OfTeam ? "team" : "owner");
    }
    return failure;
  }
}
