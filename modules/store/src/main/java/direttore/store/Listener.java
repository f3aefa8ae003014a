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
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int WAIT_MILLIS = 5_000;

  /** What is done on a fresh connection, before listening. */
  @FunctionalInterface
  public interface OnOpen {
    void opened(Connection connection) throws SQLException;
  }

  private final Database database;
  private final String channel;
  private final OnOpen onOpen;
  private final Consumer<String> onNotice;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch firstOpened = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection current;

  private Listener(Database database, String channel, OnOpen onOpen, Consumer<String> onNotice) {
    this.database = database;
    this.channel = channel;
    this.onOpen = onOpen;
    this.onNotice = onNotice;
    this.thread = Thread.ofVirtual().name("listen " + channel).unstarted(this::run);
  }

  /**
   * Begins to listen; returns once the first connection listens, or after ten seconds without one.
   *
   * @param onOpen called on each fresh connection once it listens
   * @param onNotice called with each notice's text; must not block
   */
  public static Listener on(
      Database database, String channel, OnOpen onOpen, Consumer<String> onNotice) {
    var listener = new Listener(database, channel, onOpen, onNotice);
    listener.thread.start();
    listener.awaitFirst();
    return listener;
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
        if (open()) {
          var next = pause;
          LOG.log(Level.WARNING, () -> "lost %s, again in %s".formatted(channel, next), e);
        }
      }
      rest(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + channel);
    }
    onOpen.opened(connection);
    firstOpened.countDown();
  }

  private void hear(Connection connection) throws SQLException {
    var postgres = connection.unwrap(PGConnection.class);
    while (open()) {
      var notices = postgres.getNotifications(WAIT_MILLIS);
      for (PGNotification notice : notices) {
        onNotice.accept(notice.getParameter());
      }
      if (notices.length == 0 && !connection.isValid(2)) {
        throw new SQLException("the connection is dead");
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
