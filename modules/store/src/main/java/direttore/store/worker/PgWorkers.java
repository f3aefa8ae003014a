package direttore.store.worker;

import direttore.domain.operation.Workers;
import direttore.store.Database;
import direttore.store.Row;

/**
 * Workers known to PostgreSQL: each holds an advisory lock on the connection it listens with, so
 * the server itself notices when the process dies, and gives a sign of life each second, so that
 * the others notice when it only hangs.
 */
public final class PgWorkers implements Workers {
  private final Database database;

  public PgWorkers(Database database) {
    this.database = database;
  }

  @Override
  public Presence join(Runnable wake) {
    database.client().execute().get("SELECT forget_workers()");
    var number =
        database
            .client()
            .execute()
            .query("INSERT INTO worker (seen_at) VALUES (now()) RETURNING number")
            .map(row -> new Row(row).integer("number"))
            .toList()
            .getFirst();
    return PgPresence.begin(database, number, wake);
  }

  /** Tells all workers that there may be work. */
  public void wake() {
    database.client().execute().dml("NOTIFY direttore_jobs");
  }
}
