package direttore.store;

import direttore.domain.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Makes last what was committed without waiting for the disk. Many who wait are served by one
 * flush: one that begins after their commit covers it.
 *
 * <p>It has a connection of its own, made before the commit. As long as that lives the server has
 * not been down in between; a flush on a server that was restarted since would cover nothing.
 */
public final class Flush implements AutoCloseable {
  /** From this version on, a message can be written and flushed for its own sake. */
  private static final int OLDEST = 17;

  private static final String FLUSH =
      "SELECT pg_logical_emit_message(false, 'direttore', '', true)";

  private static final long NONE = 0;
  private static final System.Logger LOG = System.getLogger(Flush.class.getName());
  private final Database database;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Connection connection;
  private volatile boolean possible;
  private volatile long session;
  private volatile boolean open;
  private volatile Round next = new Round();

  /** Not a virtual one, as those wait for each other's turns of the processors. */
  private final Executor thread = thread();

  /** One flush for all who come before it begins. */
  private static final class Round {
    /** The session of the server in which it was done. */
    private final CompletableFuture<Long> done = new CompletableFuture<>();

    private final AtomicBoolean asked = new AtomicBoolean();
  }

  /** One that ends when it has nothing to do for a while. */
  private static Executor thread() {
    var factory = Thread.ofPlatform().daemon().name("flush").factory();
    var one =
        new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  Flush(Database database) {
    this.database = database;
  }

  /** Whether a commit need not wait for the disk; known once there is a session. */
  public boolean possible() {
    return possible;
  }

  /** Which session of the server this is; to be asked for before what is to last is committed. */
  public long session() {
    if (open) {
      return session;
    }
    turn.lock();
    try {
      if (connection == null) {
        connection = database.connect();
        possible = connection.getMetaData().getDatabaseMajorVersion() >= OLDEST;
        var next = session + 1;
        session = next;
        open = true;
      }
      return session;
    } catch (SQLException e) {
      throw lost(e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Returns when all that was committed before is on disk. Refuses with {@code DatabaseAway} where
   * the session has ended, since nobody knows then.
   */
  public void await(long since) {
    if (!possible) {
      return;
    }
    var mine = next;
    if (mine.asked.compareAndSet(false, true)) {
      thread.execute(() -> carryOut(mine));
    }
    if (mine.done.join() != since) {
      throw lost(null);
    }
  }

  private void carryOut(Round round) {
    turn.lock();
    var done = NONE;
    try {
      // Whoever comes from now on may have committed too late.
      next = new Round();
      done = flushed(connection) ? session : NONE;
    } finally {
      round.done.complete(done);
      turn.unlock();
    }
  }

  private boolean flushed(@Nullable Connection here) {
    if (here == null) {
      return false;
    }
    try (var statement = here.createStatement()) {
      statement.execute(FLUSH);
      return true;
    } catch (SQLException e) {
      database.noteAway(e);
      drop();
      return false;
    }
  }

  private Refusal lost(@Nullable SQLException failure) {
    if (failure != null) {
      database.noteAway(failure);
    }
    return new Refusal.DatabaseAway(
        "The database went away just now: look whether it was done before you try again.", failure);
  }

  private void drop() {
    var here = connection;
    connection = null;
    open = false;
    if (here != null) {
      try {
        here.close();
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.DEBUG, "the connection of the flush was gone", e);
      }
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      drop();
    } finally {
      turn.unlock();
    }
  }
}
