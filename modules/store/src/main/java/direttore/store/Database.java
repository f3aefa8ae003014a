package direttore.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Our PostgreSQL: one pool that all share, and single connections for those who listen. */
public final class Database implements AutoCloseable {
  // A client whose host is gone without a word keeps its locks for half a minute, not two hours.
  // By SET, since poolers refuse it among the parameters of a connection.
  private static final String NOTICE_DEAD_CLIENTS =
      """
      SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;
      SET tcp_keepalives_count = 3; SET tcp_user_timeout = 25000
      """;
  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final DbClient client;

  private Database(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
    this.client =
        JdbcClientBuilder.create()
            .connectionPool(() -> {
              try {
                return pool.getConnection();
              } catch (SQLException e) {
                throw new DbClientException("no database connection", e);
              }
            })
            .build();
  }

  /**
   * Opens the pool; connections are made when first needed.
   *
   * @param connections how many at the most, 2 or more
   */
  public static Database open(DatabaseAddress address, int connections) {
    var config = new HikariConfig();
    config.setPoolName("direttore");
    config.setJdbcUrl(address.url());
    var properties = properties(address);
    properties.setProperty("socketTimeout", "60");
    config.setDataSourceProperties(properties);
    config.setConnectionInitSql(NOTICE_DEAD_CLIENTS);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(-1);
    return new Database(address, new HikariDataSource(config));
  }

  /** The pool, for what speaks JDBC itself. */
  public DataSource pool() {
    return pool;
  }

  public DbClient client() {
    return client;
  }

  /**
   * A connection outside the pool, for a listener to keep. It fails soon, so that a listener which
   * was cut off is back before others take it for dead; waiting for notices is not bound by that.
   */
  public Connection connect() throws SQLException {
    var properties = properties(address);
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "10");
    var connection = DriverManager.getConnection(address.url(), properties);
    try (var statement = connection.createStatement()) {
      statement.execute(NOTICE_DEAD_CLIENTS);
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

  /** Whether the database answers within two seconds. */
  public boolean answers() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
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
    client.close();
    pool.close();
  }
}
