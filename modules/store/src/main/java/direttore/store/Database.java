package direttore.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import direttore.domain.Refusal;
import direttore.domain.event.Events;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Our PostgreSQL: a pool of connections for one kind of work, and single ones for those who listen.
 * All pools of a process share one watch, which tells when the database goes and comes back.
 */
public final class Database implements AutoCloseable {
  // A client whose host is gone without a word, or stands still in the middle of a transaction,
  // keeps its locks for half a minute, not for hours.
  // By SET, since poolers refuse it among the parameters of a connection.
  private static final String END_SILENT_CLIENTS =
      """
      SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;
      SET tcp_keepalives_count = 3; SET tcp_user_timeout = 25000;
      SET idle_in_transaction_session_timeout = 25000
      """;
  private static final String DO_NOT_AWAIT_DISK = "SET synchronous_commit = off";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final DatabaseWatch watch;
  private final CommitListeners changes;
  private final boolean watching;
  private final DbClient client;
  private final Flush flush = new Flush(this);

  private Database(
      DatabaseAddress address,
      HikariDataSource pool,
      DatabaseWatch watch,
      CommitListeners changes,
      boolean watching) {
    this.address = address;
    this.pool = pool;
    this.watch = watch;
    this.changes = changes;
    this.watching = watching;
    // A session that began while it was read-only would stay so.
    watch.beforeReturn(pool.getHikariPoolMXBean()::softEvictConnections);
    this.client =
        WatchedClient.over(
            JdbcClientBuilder.create().connectionPool(this::connection).build(), watch);
  }

  /**
   * Opens the pool; connections are made when first needed.
   *
   * @param connections how many at the most, 2 or more
   */
  public static Database open(DatabaseAddress address, int connections) {
    var watch = new DatabaseWatch(new WriteProbe(() -> connect(address)));
    var pool = pool(address, "direttore", connections, PATIENCE, END_SILENT_CLIENTS);
    return new Database(address, pool, watch, new CommitListeners(), true);
  }

  /**
   * The same database with another pool, so that neither waits for connections of the other.
   *
   * @param name of the work it is for, one word
   * @param connections how many at the most
   */
  public Database beside(String name, int connections) {
    return beside(name, connections, PATIENCE);
  }

  Database beside(String name, int connections, Duration patience) {
    return beside(pool(address, name, connections, patience, END_SILENT_CLIENTS));
  }

  /**
   * As {@link #beside}, for what may be lost when the server dies in the next moments: a commit
   * there does not wait for the disk, so the next one that does makes it last too.
   *
   * @param name of the work it is for, one word
   * @param connections how many at the most
   */
  public Database besideForHints(String name, int connections) {
    return beside(
        pool(address, name, connections, PATIENCE, END_SILENT_CLIENTS + ";" + DO_NOT_AWAIT_DISK));
  }

  private Database beside(HikariDataSource pool) {
    return new Database(address, pool, watch, changes, false);
  }

  private static HikariDataSource pool(
      DatabaseAddress address, String name, int connections, Duration patience, String first) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.url());
    var properties = properties(address);
    properties.setProperty("socketTimeout", "60");
    config.setDataSourceProperties(properties);
    config.setConnectionInitSql(first);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(patience.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private Connection connection() {
    watch.requireReachable();
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      if (e.getCause() == null) {
        // None failed, so all are in use.
        throw new Refusal.Overloaded(
            "All %d connections to the database are in use: try again later."
                .formatted(pool.getMaximumPoolSize()),
            e);
      }
      throw new DbClientException("no database connection", e);
    } catch (SQLException e) {
      throw new DbClientException("no database connection", e);
    }
  }

  /** The pool, for what speaks JDBC itself. */
  public DataSource pool() {
    return pool;
  }

  /** What it is called in sentences: where it is, without options and passwords. */
  String name() {
    var url = address.url();
    var options = url.indexOf('?');
    return (options < 0 ? url : url.substring(0, options)).replaceFirst("^jdbc:", "");
  }

  public DbClient client() {
    return client;
  }

  /** What makes last what was committed without waiting for the disk. */
  public Flush flush() {
    return flush;
  }

  /**
   * A connection outside the pool, for a listener to keep. It fails soon, so that a listener which
   * was cut off is back before others take it for dead; waiting for notices is not bound by that.
   */
  public Connection connect() throws SQLException {
    return connect(address);
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    var properties = properties(address);
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "10");
    var connection = DriverManager.getConnection(address.url(), properties);
    try (var statement = connection.createStatement()) {
      statement.execute(END_SILENT_CLIENTS);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Connections outside the pool for statements that may take long. */
  DataSource unhurried() {
    var source = new PGSimpleDataSource();
    source.setURL(address.url());
    source.setUser(address.user());
    source.setPassword(address.password());
    source.setApplicationName("direttore");
    source.setTcpKeepAlive(true);
    return source;
  }

  /** Says that something was committed of which events are to be told. */
  public void changed() {
    changes.tell();
  }

  /** Has it hear of every such commit of this process, by whichever pool; it must not block. */
  public Events.Subscription onChange(Runnable listener) {
    return changes.listen(listener);
  }

  /** What keeps the database from taking changes, tried by writing; empty when nothing does. */
  public Optional<String> trouble() {
    return watch.trouble();
  }

  /** Takes notice of a failure of a connection outside the pool; whether the database is away. */
  boolean noteAway(SQLException failure) {
    return watch.foreseen(failure) instanceof Refusal.DatabaseAway;
  }

  private static Properties properties(DatabaseAddress address) {
    var properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    // Strings travel untyped, so that PostgreSQL reads them as uuid or jsonb where it wants one.
    properties.setProperty("stringtype", "unspecified");
    properties.setProperty("ApplicationName", "direttore");
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  @Override
  public void close() {
    if (watching) {
      watch.close();
    }
    flush.close();
    client.close();
    pool.close();
  }
}
