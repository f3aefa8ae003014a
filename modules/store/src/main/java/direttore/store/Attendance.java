package direttore.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells the database that a process of Direttore runs, by a shared lock on a connection of its own;
 * and lets a command that must be alone find out whether it is.
 */
public final class Attendance {
  // Of the advisory locks with one key of 64 bits, which the ones with two keys never meet.
  private static final long LOCK = 17489;

  private Attendance() {}

  /** Holds the shared lock until it is closed, again after a lost connection. */
  public static AutoCloseable hold(Database database) {
    return Listener.on(database, "direttore_attendance", Attendance::share, notice -> {});
  }

  private static void share(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock_shared(" + LOCK + ")");
    }
  }

  /**
   * Runs the work if no process of Direttore is there, and lets none come before it has ended;
   * answers whether it ran.
   */
  public static boolean alone(Database database, Runnable work) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      if (!rows.next() || !rows.getBoolean(1)) {
        return false;
      }
      work.run();
      return true;
    }
  }
}
