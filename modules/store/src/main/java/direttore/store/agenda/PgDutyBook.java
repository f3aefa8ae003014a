package direttore.store.agenda;

import direttore.domain.agenda.Duty;
import direttore.domain.agenda.DutyBook;
import direttore.domain.agenda.DutyRun;
import direttore.domain.agenda.DutyState;
import direttore.store.Database;
import direttore.store.HeldLock;
import direttore.store.Row;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The duties of the lab. Who does one holds a lock meanwhile, which dies with the process. */
public final class PgDutyBook implements DutyBook {
  private static final int LOCK = 17491;

  private final Database database;
  private final DbClient db;

  public PgDutyBook(Database database) {
    this.database = database;
    this.db = database.client();
  }

  @Override
  public void note(String duty, Instant first, Instant latest) {
    db.execute()
        .createInsert(
            """
            INSERT INTO duty (name, due_at) VALUES (:name, :first)
            ON CONFLICT (name) DO UPDATE SET due_at = :latest WHERE duty.due_at > :latest
            """)
        .addParam("name", duty)
        .addParam("first", Timestamp.from(first))
        .addParam("latest", Timestamp.from(latest))
        .execute();
  }

  @Override
  public Instant due(String duty) {
    return db.execute()
        .createGet("SELECT due_at FROM duty WHERE name = :name")
        .addParam("name", duty)
        .execute()
        .map(row -> new Row(row).instant("due_at"))
        .orElseThrow(() -> new IllegalStateException("no duty " + duty));
  }

  @Override
  public Optional<Turn> take(String duty, Instant now) {
    if (due(duty).isAfter(now)) {
      return Optional.empty();
    }
    return HeldLock.take(database, LOCK, duty).flatMap(lock -> stillDue(duty, now, lock));
  }

  /** Another process may have done it between the look and the lock. */
  private Optional<Turn> stillDue(String duty, Instant now, HeldLock lock) {
    try {
      if (!due(duty).isAfter(now)) {
        return Optional.of(new LockedTurn(duty, lock));
      }
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
    lock.close();
    return Optional.empty();
  }

  @Override
  public List<DutyState> all() {
    return db.execute()
        .createQuery(
            """
            SELECT name, due_at, began_at, ended_at, trouble, troubled_at FROM duty ORDER BY name
            """)
        .execute()
        .map(PgDutyBook::state)
        .toList();
  }

  private static DutyState state(DbRow each) {
    var row = new Row(each);
    return new DutyState(
        row.text("name"),
        Duty.Scope.LAB,
        row.instantOrNull("began_at"),
        row.instantOrNull("ended_at"),
        row.textOrNull("trouble"),
        row.instantOrNull("troubled_at"),
        row.instant("due_at"));
  }

  private final class LockedTurn implements Turn {
    private final String duty;
    private final HeldLock lock;

    LockedTurn(String duty, HeldLock lock) {
      this.duty = duty;
      this.lock = lock;
    }

    @Override
    public void done(DutyRun run) {
      db.execute()
          .createUpdate(
              """
              UPDATE duty
                 SET began_at = :began, ended_at = :ended, due_at = :due,
                     trouble = coalesce(CAST(:trouble AS text), trouble),
                     troubled_at =
                       CASE WHEN CAST(:trouble AS text) IS NULL THEN troubled_at ELSE :ended END
               WHERE name = :name
              """)
          .addParam("began", Timestamp.from(run.began()))
          .addParam("ended", Timestamp.from(run.ended()))
          .addParam("due", Timestamp.from(run.due()))
          .addParam("trouble", run.trouble())
          .addParam("name", duty)
          .execute();
    }

    @Override
    public void close() {
      lock.close();
    }
  }
}
