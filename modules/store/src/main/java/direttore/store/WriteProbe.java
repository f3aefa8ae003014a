package direttore.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tries whether the database takes changes, over a connection of its own. It writes a row, and
 * spills a little to disk, since a full disk still has room for a row here and there.
 */
final class WriteProbe implements AutoCloseable {
  private static final Executor AT_ONCE = Runnable::run;
  private static final Duration KEPT = Duration.ofSeconds(1);
  private static final int PATIENCE_SECONDS = 2;
  private static final String TRY =
      """
      BEGIN;
      SET LOCAL work_mem = '64kB';
      SELECT count(*) FROM generate_series(1, 20000);
      UPDATE write_probe SET tried_at = now();
      COMMIT
      """;

  /**
   * What is in the way of changes.
   *
   * @param why a sentence
   * @param reachable whether it answers, so that what only reads need not wait
   */
  record Away(String why, boolean reachable) {}

  /** Makes a connection. */
  @FunctionalInterface
  interface Connecting {
    Connection connect() throws SQLException;
  }

  private final Connecting connecting;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;
  private Optional<Away> last = Optional.empty();
  private long triedAt = System.nanoTime() - KEPT.toNanos();

  WriteProbe(Connecting connecting) {
    this.connecting = connecting;
  }

  /** What is in the way of changes, as it was within the last second. */
  Optional<String> trouble() {
    lock.lock();
    try {
      var known = System.nanoTime() - triedAt < KEPT.toNanos() ? last : fresh();
      return known.map(Away::why);
    } finally {
      lock.unlock();
    }
  }

  /** What is in the way of changes now. */
  Optional<Away> fresh() {
    lock.lock();
    try {
      last = attempt();
      triedAt = System.nanoTime();
      return last;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Away> attempt() {
    try {
      var used = connection;
      if (used == null || !used.isValid(PATIENCE_SECONDS)) {
        drop();
        used = connecting.connect();
        connection = used;
      }
      try (var statement = used.createStatement()) {
        statement.setQueryTimeout(PATIENCE_SECONDS);
        statement.execute(TRY);
      }
      return Optional.empty();
    } catch (SQLException e) {
      drop();
      var why = SqlFailure.away(e).orElse("PostgreSQL refuses a change: " + e.getMessage());
      return Optional.of(new Away(why, !SqlFailure.unreachable(e)));
    }
  }

  private void drop() {
    var dropped = connection;
    connection = null;
    if (dropped != null) {
      try {
        dropped.abort(AT_ONCE);
      } catch (SQLException e) {
        // It was gone already, which is what is wanted.
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      drop();
    } finally {
      lock.unlock();
    }
  }
}
