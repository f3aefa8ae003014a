package direttore.store.worker;

import direttore.domain.operation.Workers;
import direttore.store.Database;
import direttore.store.Listener;
import direttore.store.Row;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Workers known to PostgreSQL: each holds an advisory lock on the connection it listens with, so
 * the server itself notices when the process dies.
 */
public final class PgWorkers implements Workers {
  private static final int LOCK_CLASS = 17481;
  private final Database database;

  public PgWorkers(Database database) {
    this.database = database;
  }

  @Override
  public Presence join(Runnable wake) {
    var number =
        database
            .client()
            .execute()
            .query("INSERT INTO worker DEFAULT VALUES RETURNING number")
            .map(row -> new Row(row).integer("number"))
            .toList()
            .getFirst();
    var listener =
        Listener.on(
            database,
            "direttore_jobs",
            connection -> {
              hold(connection, number);
              wake.run();
            },
            notice -> wake.run());
    return new Joined(number, listener);
  }

  /** Whether any worker is there, in whatever process. */
  public boolean anyAlive() {
    return database
        .client()
        .execute()
        .get("SELECT true AS found FROM worker_alive LIMIT 1")
        .isPresent();
  }

  /** Tells all workers that there may be work. */
  public void wake() {
    database.client().execute().dml("NOTIFY direttore_jobs");
  }

  private static void hold(Connection connection, int number) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT pg_advisory_lock(?, ?)")) {
      statement.setInt(1, LOCK_CLASS);
      statement.setInt(2, number);
      statement.execute();
    }
  }

  private record Joined(int number, Listener listener) implements Presence {
    @Override
    public void close() {
      listener.close();
    }
  }
}
