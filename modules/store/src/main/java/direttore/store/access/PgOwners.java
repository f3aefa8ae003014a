package direttore.store.access;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.FormerOwner;
import direttore.domain.access.Owner;
import direttore.domain.access.Owners;
import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.quota.Holder;
import direttore.store.Database;
import direttore.store.GuestLock;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.Transaction;
import direttore.store.quota.BirthColumns;
import direttore.store.quota.QuotaFailure;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owners in PostgreSQL; triggers record them with the operations that make and delete guests. */
public final class PgOwners implements Owners {
  private static final String SELECT =
      """
      SELECT o.vmid, o.person, p.name, o.team, o.since
        FROM guest_owner o JOIN person p ON p.id = o.person
      """;
  private final DbClient db;
  private final Clock clock;

  public PgOwners(Database database, Clock clock) {
    this.db = database.client();
    this.clock = clock;
  }

  @Override
  public Optional<Owner> of(VmId vmid) {
    return db.execute()
        .createGet(SELECT + " WHERE o.vmid = :vmid")
        .addParam("vmid", vmid.value())
        .execute()
        .map(PgOwners::read);
  }

  @Override
  public List<FormerOwner> former() {
    return db.execute()
        .query(
            """
            SELECT DISTINCT ON (f.vmid)
                   f.vmid, p.name, f.team, f.since, f.forgotten_at, f.born, f.generation, f.cards
              FROM guest_forgotten f JOIN person p ON p.id = f.person
             WHERE NOT EXISTS (SELECT FROM guest_owner g WHERE g.vmid = f.vmid)
             ORDER BY f.vmid, f.forgotten_at DESC
            """)
        .map(Row::new)
        .map(row ->
            new FormerOwner(
                new VmId(row.integer("vmid")),
                new PersonName(row.text("name")),
                Optional.ofNullable(row.textOrNull("team")).map(TeamName::new).orElse(null),
                row.instant("since"),
                row.instant("forgotten_at"),
                BirthColumns.read(row)))
        .toList();
  }

  @Override
  public Optional<Birth> birth(VmId vmid) {
    return db.execute()
        .createGet("SELECT born, generation, cards FROM guest_owner WHERE vmid = :vmid")
        .addParam("vmid", vmid.value())
        .execute()
        .map(row -> BirthColumns.read(new Row(row)));
  }

  @Override
  public List<Owner> all() {
    return db.execute().query(SELECT + " ORDER BY o.vmid").map(PgOwners::read).toList();
  }

  @Override
  public Owner give(
      VmId vmid, PersonName person, @Nullable TeamName team, GuestSize size, Actor asker) {
    try {
      Transaction.in(db, execute -> hand(execute, new Owned(vmid, person, team, size), asker));
    } catch (DbClientException e) {
      throw refusal(e, team, asker);
    }
    return of(vmid).orElseThrow();
  }

  private void hand(DbExecute execute, Owned owned, Actor asker) {
    GuestLock.hold(execute, owned.vmid());
    requireIdle(execute, owned.vmid());
    measure(execute, owned.vmid(), owned.size());
    if (give(execute, owned, asker) == 0) {
      throw new Refusal.Unknown("person", "owner", "there is nobody called " + owned.person());
    }
  }

  /** One that is being made or grown would count as it is now, and not as it will be. */
  private static void requireIdle(DbExecute execute, VmId vmid) {
    execute
        .createGet(
            """
            SELECT id, kind FROM operation
             WHERE vmid = :vmid AND state IN ('queued', 'running')
            """)
        .addParam("vmid", vmid.value())
        .execute()
        .map(Row::new)
        .ifPresent(row -> {
          throw new Refusal.Busy(
              "guest %s is being changed by operation %s (%s); wait for it or cancel it"
                  .formatted(vmid, row.uuid("id"), row.text("kind")),
              row.uuid("id"));
        });
  }

  /**
   * Apart, and first: that it was grown elsewhere must not count as growth for its owner. What the
   * cluster lists may be older than the order that made the guest, so that nothing shrinks here.
   */
  private static void measure(DbExecute execute, VmId vmid, GuestSize size) {
    execute
        .createUpdate(
            """
            UPDATE guest_owner
               SET cores = greatest(cores, CAST(:cores AS integer)),
                   memory = greatest(memory, CAST(:memory AS bigint)),
                   disk = greatest(disk, CAST(:disk AS bigint))
             WHERE vmid = :vmid
            """)
        .addParam("cores", size.cores())
        .addParam("memory", size.memory())
        .addParam("disk", size.disk())
        .addParam("vmid", vmid.value())
        .execute();
  }

  private record Owned(VmId vmid, PersonName person, @Nullable TeamName team, GuestSize size) {}

  /** What an operator gives is theirs whatever became of the order that was to make it. */
  private long give(DbExecute execute, Owned owned, Actor asker) {
    var team = owned.team();
    return execute
        .createInsert(
            """
            INSERT INTO guest_owner (vmid, person, team, since, cores, memory, disk)
            SELECT CAST(:vmid AS integer), id, :team, CAST(:now AS timestamptz),
                   CAST(:cores AS integer), CAST(:memory AS bigint), CAST(:disk AS bigint)
              FROM person WHERE name = :name AND deleted_at IS NULL
                ON CONFLICT (vmid) DO UPDATE
               SET person = EXCLUDED.person, team = EXCLUDED.team, since = EXCLUDED.since,
                   operation = CASE WHEN CAST(:vouched AS boolean) THEN NULL
                                    ELSE guest_owner.operation END,
                   seen = CASE WHEN CAST(:vouched AS boolean) THEN NULL
                               ELSE guest_owner.seen END,
                   born = CASE WHEN CAST(:vouched AS boolean) THEN NULL
                               ELSE guest_owner.born END,
                   generation = CASE WHEN CAST(:vouched AS boolean) THEN NULL
                                     ELSE guest_owner.generation END,
                   cards = CASE WHEN CAST(:vouched AS boolean) THEN NULL
                                ELSE guest_owner.cards END
            """)
        .addParam("vmid", owned.vmid().value())
        .addParam("team", team == null ? null : team.value())
        .addParam("now", Timestamp.from(clock.instant()))
        .addParam("cores", owned.size().cores())
        .addParam("memory", owned.size().memory())
        .addParam("disk", owned.size().disk())
        .addParam("name", owned.person().value())
        .addParam("vouched", asker.changesAll())
        .execute();
  }

  private static RuntimeException refusal(
      DbClientException failure, @Nullable TeamName team, Actor asker) {
    if (SqlFailure.breaks(failure, "guest_owner_team")) {
      return new Refusal.Unknown("team", "team", "there is no team " + team);
    }
    if (QuotaFailure.is(failure)) {
      return QuotaFailure.refusal(
          failure, asker, e -> e.holder() instanceof Holder.OfTeam ? "team" : "owner");
    }
    return failure;
  }

  private static Owner read(DbRow dbRow) {
    var row = new Row(dbRow);
    return new Owner(
        new VmId(row.integer("vmid")),
        row.uuid("person"),
        new PersonName(row.text("name")),
        Optional.ofNullable(row.textOrNull("team")).map(TeamName::new).orElse(null),
        row.instant("since"));
  }
}
