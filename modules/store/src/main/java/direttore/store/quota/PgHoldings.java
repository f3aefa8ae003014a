package direttore.store.quota;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.quota.Attempt;
import direttore.domain.quota.Holding;
import direttore.domain.quota.Holdings;
import direttore.store.Database;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
            SELECT g.vmid, p.name, g.since, g.cores, g.memory, g.disk, g.measured,
            """
                + BUSY
                + " AS busy FROM guest_owner g JOIN person p ON p.id = g.person ORDER BY g.vmid")
        .map(Row::new)
        .map(row ->
            new Holding(
                new VmId(row.integer("vmid")),
                row.text("name"),
                row.instant("since"),
                new GuestSize(row.integer("cores"), row.number("memory"), row.number("disk")),
                row.instantOrNull("measured"),
                row.flag("busy")))
        .toList();
  }

  @Override
  public List<Attempt> attempts(Instant after) {
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
            new Attempt(
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
  public void forget(VmId vmid, Instant since) {
    db.execute()
        .createDelete(
            "DELETE FROM guest_owner g WHERE vmid = :vmid AND since = :since AND NOT " + BUSY)
        .addParam("vmid", vmid.value())
        .addParam("since", Timestamp.from(since))
        .execute();
  }
}
