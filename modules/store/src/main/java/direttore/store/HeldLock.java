package direttore.store;

import direttore.domain.Refusal;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A lock on a connection of its own, which the server frees when the process dies. */
public final class HeldLock implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HeldLock.class.getName());
  private static final String TRY = "SELECT pg_try_advisory_lock(?, hashtext(?))";

  private final Connection connection;

  private HeldLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * The lock, unless somebody has it.
   *
   * @param kind a number that no other kind of lock has
   */
  public static Optional<HeldLock> take(Database database, int kind, String name) {
    try {
      var connection = database.connect();
      if (locked(connection, kind, name)) {
        return Optional.of(new HeldLock(connection));
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException e) {
      database.noteAway(e);
      throw new Refusal.DatabaseAway(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean locked(Connection connection, int kind, String name) throws SQLException {
    try (var statement = connection.prepareStatement(TRY)) {
      statement.setInt(1, kind);
      statement.setString(2, name);
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "the connection of a lock was gone", e);
    }
  }
}
