package direttore.store.quota;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.quota.Forgotten;
import direttore.domain.quota.Holding;
import direttore.domain.quota.Holdings;
import direttore.domain.quota.QuotaAttempt;
import direttore.store.Database;
import direttore.store.GuestLock;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The guests that count, in PostgreSQL. */
public final class PgHoldings implements Holdings {
  private static final String BUSY =
      """
      EXISTS (SELECT FROM operation a
               WHERE a.vmid = g.vmid AND a.state IN ('queued', 'running'))
      """;
  private final DbClient db;

  public PgHoldings(Database database) {
    this.db = database.client();
  }

  @Override
  public List<Holding> holdings() {
    return db.execute()
        .query(
            """
            SELECT g.vmid, p.name, g.since, g.cores, g.memory, g.disk, g.measured, g.operation,
                   coalesce(g.seen, o.node || '/' || o.guest_kind || '/' || g.vmid) AS seen,
                   g.born, g.generation, g.cards,
            """
                + BUSY
                + """
                   AS busy
                  FROM guest_owner g JOIN person p ON p.id = g.person
                  LEFT JOIN operation o ON o.id = g.operation
                 ORDER BY g.vmid
                """)
        .map(Row::new)
        .map(row ->
            new Holding(
                new VmId(row.integer("vmid")),
                row.text("name"),
                row.instant("since"),
                new GuestSize(row.integer("cores"), row.number("memory"), row.number("disk")),
                row.instantOrNull("measured"),
                row.uuidOrNull("operation"),
                Optional.ofNullable(row.textOrNull("seen"))
                    .map(path -> GuestRef.parse(ClusterName.MAIN, path))
                    .orElse(null),
                BirthColumns.read(row),
                row.flag("busy")))
        .toList();
  }

  @Override
  public List<QuotaAttempt> attempts(Instant after) {
    return db.execute()
        .createQuery(
            """
            SELECT o.id, g.vmid, p.name, g.since, o.node, o.guest_kind
              FROM operation o JOIN guest_owner g ON g.operation = o.id
              JOIN person p ON p.id = g.person
             WHERE o.finished_at > :after AND o.state IN ('failed', 'cancelled')
             ORDER BY g.vmid
            """)
        .addParam("after", Timestamp.from(after))
        .execute()
        .map(Row::new)
        .map(row ->
            new QuotaAttempt(
                row.uuid("id"),
                new GuestRef(
                    GuestKind.valueOf(row.text("guest_kind").toUpperCase(Locale.ROOT)),
                    new NodeName(row.text("node")),
                    new VmId(row.integer("vmid"))),
                row.text("name"),
                row.instant("since")))
        .toList();
  }

  @Override
  public void measure(VmId vmid, Instant since, GuestSize size, @Nullable Instant disksRead) {
    db.execute()
        .createUpdate(
            """
            UPDATE guest_owner g
               SET cores = :cores, memory = :memory, disk = :disk,
                   measured = coalesce(CAST(:read AS timestamptz), measured)
             WHERE vmid = :vmid AND since = :since AND NOT
            """
                + BUSY)
        .addParam("cores", size.cores())
        .addParam("memory", size.memory())
        .addParam("disk", size.disk())
        .addParam("read", disksRead == null ? null : Timestamp.from(disksRead))
        .addParam("vmid", vmid.value())
        .addParam("since", Timestamp.from(since))
        .execute();
  }

  @Override
  public void identify(VmId vmid, Instant since, GuestRef seen, Birth birth) {
    var created = birth.created();
    db.execute()
        .createUpdate(
            """
            UPDATE guest_owner
               SET seen = :seen, born = CAST(:born AS timestamptz), generation = :generation,
                   cards = CAST(:cards AS text)
             WHERE vmid = :vmid AND since = :since
            """)
        .addParam("seen", seen.path())
        .addParam("born", created == null ? null : Timestamp.from(created))
        .addParam("generation", birth.generation())
        .addParam("cards", String.join(" ", birth.cards()))
        .addParam("vmid", vmid.value())
        .addParam("since", Timestamp.from(since))
        .execute();
  }

  @Override
  public List<Forgotten> forgotten() {
    return db.execute()
        .query(
            """
            SELECT DISTINCT ON (f.vmid) f.vmid, p.name, f.born, f.generation, f.cards
              FROM guest_forgotten f JOIN person p ON p.id = f.person
             WHERE NOT EXISTS (SELECT FROM guest_owner g WHERE g.vmid = f.vmid)
             ORDER BY f.vmid, f.forgotten_at DESC
            """)
        .map(Row::new)
        .map(row ->
            new Forgotten(new VmId(row.integer("vmid")), row.text("name"), BirthColumns.read(row)))
        .toList();
  }

  @Override
  public boolean restore(VmId vmid) {
    try {
      return db.execute()
              .createInsert(
                  """
                  INSERT INTO guest_owner
                         (vmid, person, team, since, cores, memory, disk, operation, seen,
                          born, generation, cards)
                  SELECT f.vmid, f.person, f.team, f.since, f.cores, f.memory, f.disk,
                         (SELECT o.id FROM operation o WHERE o.id = f.operation), f.seen,
                         f.born, f.generation, f.cards
                    FROM guest_forgotten f WHERE f.vmid = :vmid
                   ORDER BY f.forgotten_at DESC LIMIT 1
                      ON CONFLICT DO NOTHING
                  """)
              .addParam("vmid", vmid.value())
              .execute()
          > 0;
    } catch (DbClientException e) {
      if (QuotaFailure.is(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void forget(VmId vmid, Instant since) {
    try {
      Transaction.in(
          db,
          execute -> {
            // Nobody orders or hands over under that VMID meanwhile.
            GuestLock.hold(execute, vmid);
            var order = orderOf(execute, vmid, since);
            forget(execute, vmid, since);
            order.ifPresent(failed -> giveBack(execute, vmid, failed));
          });
    } catch (DbClientException e) {
      if (!QuotaFailure.is(e)) {
        throw e;
      }
      // Whoever had it has no room for it any more; theirs stays the latest to be restored.
      Transaction.in(
          db,
          execute -> {
            GuestLock.hold(execute, vmid);
            withdraw(execute, vmid, since);
          });
    }
  }

  private static Optional<UUID> orderOf(DbExecute execute, VmId vmid, Instant since) {
    return execute
        .createGet(
            """
            SELECT operation FROM guest_owner
             WHERE vmid = :vmid AND since = :since AND operation IS NOT NULL
            """)
        .addParam("vmid", vmid.value())
        .addParam("since", Timestamp.from(since))
        .execute()
        .map(row -> new Row(row).uuid("operation"));
  }

  /** To whom had the VMID when the order was given that came to nothing. */
  private static void giveBack(DbExecute execute, VmId vmid, UUID order) {
    execute
        .createInsert(
            """
            WITH theirs AS (
              DELETE FROM guest_forgotten
               WHERE vmid = :vmid
                 AND displaced_by = (SELECT id FROM operation
                                      WHERE id = :order AND state IN ('failed', 'cancelled')
                                        AND NOT steps @> '[{"state": "DONE"}]')
                 AND NOT EXISTS (SELECT FROM guest_owner WHERE vmid = :same)
              RETURNING *)
            INSERT INTO guest_owner
                   (vmid, person, team, since, cores, memory, disk, operation, seen,
                    born, generation, cards)
            SELECT vmid, person, team, since, cores, memory, disk,
                   (SELECT o.id FROM operation o WHERE o.id = theirs.operation), seen,
                   born, generation, cards
              FROM theirs
            """)
        .addParam("vmid", vmid.value())
        .addParam("order", order)
        .addParam("same", vmid.value())
        .execute();
  }

  private static void withdraw(DbExecute execute, VmId vmid, Instant since) {
    execute
        .createDelete(
            "DELETE FROM guest_owner g WHERE vmid = :vmid AND since = :since AND NOT " + BUSY)
        .addParam("vmid", vmid.value())
        .addParam("since", Timestamp.from(since))
        .execute();
  }

  private static void forget(DbExecute execute, VmId vmid, Instant since) {
    execute
        .createInsert(
            """
            WITH gone AS (
              DELETE FROM guest_owner g WHERE vmid = :vmid AND since = :since AND NOT
            """
                + BUSY
                + """
                    RETURNING *)
                INSERT INTO guest_forgotten
                       (vmid, person, team, since, cores, memory, disk, operation, seen,
                        born, generation, cards)
                SELECT vmid, person, team, since, cores, memory, disk, operation, seen,
                       born, generation, cards
                  FROM gone
                """)
        .addParam("vmid", vmid.value())
        .addParam("since", Timestamp.from(since))
        .execute();
  }
}
