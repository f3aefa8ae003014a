package direttore.store.worker;

import direttore.domain.operation.Workers.Presence;
import direttore.store.Database;
import direttore.store.Listener;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** One worker's place among the workers: a lock on its connection, and its signs of life. */
final class PgPresence implements Presence, Listener.Session {
  private static final System.Logger LOG = System.getLogger(PgPresence.class.getName());
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);
  // Well below the 30 seconds after which the others take its operations.
  private static final long TRUST_NANOS = Duration.ofSeconds(10).toNanos();

  /** The lock may still be held by a connection of ours that only the server believes in. */
  private static final String END_FORMER =
      """
      SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE l.locktype = 'advisory' AND l.classid = 17481 AND l.objid::integer = ?
         AND l.objsubid = 2 AND l.granted AND l.pid <> pg_backend_pid()
         AND d.datname = current_database()
      """;

  private static final String SIGN_OF_LIFE =
      """
      UPDATE worker
         SET steady_since =
               CASE WHEN abs(extract(epoch FROM now() - seen_at)) > 10 THEN now()
                    ELSE steady_since END,
             seen_at = now()
       WHERE number = ?
      """;
  private static final String BACK = "UPDATE worker SET steady_since = now() WHERE number = ?";
  private static final String LOCK = "SELECT pg_advisory_lock(17481, ?)";

  private final Database database;
  private final int number;
  private final Runnable wake;
  private final Listener listener;
  private boolean joined;
  private volatile boolean connected;
  private volatile long confirmed;

  private PgPresence(Database database, int number, Runnable wake) {
    this.database = database;
    this.number = number;
    this.wake = wake;
    this.listener = Listener.prepare(database, "direttore_jobs", this, notice -> this.wake.run());
  }

  static PgPresence begin(Database database, int number, Runnable wake) {
    var presence = new PgPresence(database, number, wake);
    presence.listener.listen();
    return presence;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean held() {
    return connected && System.nanoTime() - confirmed < TRUST_NANOS;
  }

  @Override
  public void opened(Connection connection) throws SQLException {
    run(connection, END_FORMER);
    run(connection, LOCK);
    if (joined) {
      // Whoever comes back first must leave the others time to do so.
      run(connection, BACK);
    }
    check(connection);
    joined = true;
    connected = true;
    wake.run();
  }

  @Override
  public void check(Connection connection) throws SQLException {
    var asked = System.nanoTime();
    run(connection, SIGN_OF_LIFE);
    confirmed = asked;
  }

  @Override
  public void lost() {
    connected = false;
  }

  @Override
  public Duration between() {
    return BETWEEN_SIGNS;
  }

  private void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(1, number);
      statement.execute();
    }
  }

  @Override
  public void close() {
    connected = false;
    listener.close();
    try {
      database
          .client()
          .execute()
          .createUpdate("UPDATE worker SET left_at = now() WHERE number = :number")
          .addParam("number", number)
          .execute();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "the others notice by themselves that this worker left", e);
    }
  }
}
