package direttore.store;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens on a channel of PostgreSQL with a connection of its own, and comes back by itself when
 * that is lost. What was said meanwhile is missed: {@code opened} tells when to look by oneself.
 */
public final class Listener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Listener.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  /** What else is done with the connection. */
  @FunctionalInterface
  public interface Session {
    /** Called on each fresh connection once it listens. */
    void opened(Connection connection) throws SQLException;

    /** Called now and then; throws when the connection is of no use any more. */
    default void check(Connection connection) throws SQLException {
      if (!connection.isValid(2)) {
        throw new SQLException("the connection is dead");
      }
    }

    /** Called when the connection was lost. */
    default void lost() {}

    /** How much time goes by between two checks. */
    default Duration between() {
      return Duration.ofSeconds(5);
    }
  }

  private final Database database;
  private final String channel;
  private final Session session;
  private final Consumer<String> onNotice;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch firstOpened = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection current;
  private boolean away;

  private Listener(Database database, String channel, Session session, Consumer<String> onNotice) {
    this.database = database;
    this.channel = channel;
    this.session = session;
    this.onNotice = onNotice;
    this.thread = Thread.ofVirtual().name("listen " + channel).unstarted(this::run);
  }

  /**
   * Begins to listen; returns once the first connection listens, or after ten seconds without one.
   *
   * @param onNotice called with each notice's text; must not block
   */
  public static Listener on(
      Database database, String channel, Session session, Consumer<String> onNotice) {
    var listener = prepare(database, channel, session, onNotice);
    listener.listen();
    return listener;
  }

  /** The same, not listening yet. */
  public static Listener prepare(
      Database database, String channel, Session session, Consumer<String> onNotice) {
    return new Listener(database, channel, session, onNotice);
  }

  /** Begins to listen, as {@link #on} does. */
  public void listen() {
    thread.start();
    awaitFirst();
  }

  private void awaitFirst() {
    try {
      if (!firstOpened.await(10, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "not listening on {0} yet", channel);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var pause = FIRST_PAUSE;
    while (open()) {
      try (var connection = database.connect()) {
        current = connection;
        listen(connection);
        pause = FIRST_PAUSE;
        hear(connection);
      } catch (SQLException e) {
        session.lost();
        if (!database.noteAway(e)) {
          tellLoss(e);
        }
      }
      rest(pause);
      var longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
  }

  /** Once, however often it is tried again. */
  private void tellLoss(SQLException failure) {
    if (open() && !away) {
      away = true;
      LOG.log(
          Level.WARNING,
          "The connection that listens on {0} is lost; trying to connect again. {1}",
          channel,
          failure.getMessage());
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + channel);
    }
    session.opened(connection);
    firstOpened.countDown();
    if (away) {
      away = false;
      LOG.log(Level.INFO, "Listening on {0} again.", channel);
    }
  }

  private void hear(Connection connection) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    var checked = System.nanoTime();
    while (open()) {
      var notices = postgres.getNotifications((int) session.between().toMillis());
      for (PGNotification notice : notices) {
        onNotice.accept(notice.getParameter());
      }
      if (System.nanoTime() - checked >= session.between().toNanos()) {
        session.check(connection);
        checked = System.nanoTime();
      }
    }
  }

  private void rest(Duration pause) {
    try {
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.DEBUG, "no longer listening on {0}", channel);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean open() {
    return closed.getCount() > 0;
  }

  @Override
  public void close() {
    closed.countDown();
    var connection = current;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.log(Level.DEBUG, "the listening connection was gone", e);
      }
    }
  }
}
