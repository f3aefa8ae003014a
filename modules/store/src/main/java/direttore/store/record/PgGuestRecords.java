package direttore.store.record;

import direttore.domain.Refusal;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Subject;
import direttore.domain.record.GuestFacts;
import direttore.domain.record.GuestRecord;
import direttore.domain.record.GuestRecords;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.Transaction;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbStatementDml;
import io.helidon.dbclient.DbStatementQuery;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Records of guests in PostgreSQL. */
public final class PgGuestRecords implements GuestRecords {
  private final Database database;
  private final DbClient db;
  private final Clock clock;

  public PgGuestRecords(Database database, Clock clock) {
    this.database = database;
    this.db = database.client();
    this.clock = clock;
  }

  @Override
  public void of(String source) {
    db.execute()
        .createUpdate(
            """
            UPDATE guest_record
               SET source = :source, machine = NULL, written = NULL, recorded_at = NULL,
                   state = CASE WHEN state IN ('recorded', 'theirs') THEN 'recording' ELSE state END
             WHERE source IS DISTINCT FROM :source AND state <> 'removed'
            """)
        .addParam("source", source)
        .execute();
  }

  /** What somebody else took over is no hindrance: it is not ours any more. */
  @Override
  public void add(GuestRecord begun) {
    var guest = begun.guest();
    var key = GuestOrder.subject(guest.cluster(), guest.vmid()).key();
    var birth = begun.birth();
    var added =
        Transaction.of(
            db,
            execute -> {
              execute
                  .createDelete(
                      "DELETE FROM guest_record WHERE guest = :guest AND state = 'theirs'")
                  .addParam("guest", key)
                  .execute();
              return execute
                  .createInsert(
                      """
                      INSERT INTO guest_record
                        (id, cluster, seen, guest, state, requester, birth, created_at, changed_at)
                      VALUES (:id, :cluster, :seen, :guest, 'recording', :requester,
                              CAST(:birth AS jsonb), :created, :created)
                      ON CONFLICT (guest) WHERE state IN ('recording', 'recorded') DO NOTHING
                      """)
                  .addParam("id", begun.id())
                  .addParam("cluster", guest.cluster().value())
                  .addParam("seen", guest.path())
                  .addParam("guest", key)
                  .addParam("requester", begun.requester())
                  .addParam("birth", birth == null ? null : GuestRecordRow.BIRTH.write(birth))
                  .addParam("created", Timestamp.from(begun.created()))
                  .execute();
            });
    if (added == 0) {
      throw new Refusal.WrongState("%s is recorded already".formatted(guest), "recorded");
    }
    database.changed();
  }

  @Override
  public Optional<GuestRecord> find(UUID id) {
    return all(
            db.execute()
                .createQuery(
                    "SELECT " + GuestRecordRow.COLUMNS + " FROM guest_record r WHERE r.id = :id")
                .addParam("id", id))
        .stream()
        .findFirst();
  }

  @Override
  public List<GuestRecord> all() {
    return all(
        db.execute()
            .createQuery(
                "SELECT "
                    + GuestRecordRow.COLUMNS
                    + """
                       FROM guest_record r WHERE r.state <> 'removed'
                      ORDER BY r.cluster, length(r.guest), r.guest, r.created_at
                    """));
  }

  @Override
  public List<GuestRecord> of(Subject guest) {
    return all(
        db.execute()
            .createQuery(
                "SELECT "
                    + GuestRecordRow.COLUMNS
                    + """
                       FROM guest_record r WHERE r.guest = :guest AND r.state <> 'removed'
                      ORDER BY r.created_at
                    """)
            .addParam("guest", guest.key()));
  }

  @Override
  public List<Glance> glances() {
    return db.execute()
        .createQuery(
            """
            SELECT id, CAST(wanted ->> 'vmid' AS integer) AS vmid, wanted ->> 'name' AS name,
                   CAST(wanted ->> 'running' AS boolean) AS running,
                   CAST(wanted ->> 'cores' AS integer) AS cores,
                   CAST(wanted ->> 'memory' AS bigint) AS memory
              FROM guest_record
             WHERE state IN ('recording', 'recorded') AND wanted IS NOT NULL
            """)
        .execute()
        .map(Row::new)
        .map(row ->
            new Glance(
                row.uuid("id"),
                row.integer("vmid"),
                row.text("name"),
                row.flag("running"),
                row.integer("cores"),
                row.number("memory")))
        .toList();
  }

  @Override
  public void want(UUID id, GuestFacts facts, GuestRef seen, Birth birth) {
    change(
        """
        UPDATE guest_record
           SET wanted = CAST(:facts AS jsonb), seen = :seen, birth = CAST(:birth AS jsonb),
               changed_at = :now
         WHERE id = :id AND state IN ('recording', 'recorded')
        """,
        id,
        update ->
            update
                .addParam("facts", GuestRecordRow.FACTS.write(facts))
                .addParam("seen", seen.path())
                .addParam("birth", GuestRecordRow.BIRTH.write(birth)));
  }

  @Override
  public void recorded(UUID id, GuestFacts written, long machine) {
    change(
        """
        UPDATE guest_record
           SET written = CAST(:facts AS jsonb), machine = :machine, recorded_at = :now,
               changed_at = :now, tries = 0,
               state = CASE state WHEN 'recording' THEN 'recorded' ELSE state END
         WHERE id = :id AND state IN ('recording', 'recorded', 'removing')
        """,
        id,
        update ->
            update
                .addParam("facts", GuestRecordRow.FACTS.write(written))
                .addParam("machine", machine));
  }

  @Override
  public void again(UUID id) {
    change(
        """
        UPDATE guest_record SET written = NULL, tries = 0, changed_at = :now
         WHERE id = :id AND state IN ('recording', 'recorded')
        """,
        id,
        update -> update);
  }

  @Override
  public boolean removing(UUID id) {
    return change(
        """
        UPDATE guest_record SET state = 'removing', tries = 0, changed_at = :now
         WHERE id = :id AND state IN ('recording', 'recorded')
        """,
        id,
        update -> update);
  }

  @Override
  public void removed(UUID id) {
    change(
        "UPDATE guest_record SET state = 'removed', changed_at = :now WHERE id = :id",
        id,
        update -> update);
  }

  @Override
  public void theirs(UUID id) {
    change(
        """
        UPDATE guest_record SET state = 'theirs', changed_at = :now
         WHERE id = :id AND state IN ('recording', 'recorded')
        """,
        id,
        update -> update);
  }

  private boolean change(String sql, UUID id, UnaryOperator<DbStatementDml> more) {
    var update = db.execute().createUpdate(sql).addParam("id", id).addParam("now", now());
    var changed = more.apply(update).execute() > 0;
    database.changed();
    return changed;
  }

  @Override
  public void forget(Instant before) {
    db.execute()
        .createDelete("DELETE FROM guest_record WHERE state = 'removed' AND changed_at < :before")
        .addParam("before", Timestamp.from(before))
        .execute();
  }

  @Override
  public List<GuestRecord> due(Instant now, Set<UUID> changed) {
    return all(
        db.execute()
            .createQuery(DueRecords.SQL)
            .addParam("now", Timestamp.from(now))
            .addParam("changed", changed.toArray(UUID[]::new)));
  }

  private static List<GuestRecord> all(DbStatementQuery query) {
    return query.execute().map(row -> GuestRecordRow.read(new Row(row))).toList();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
