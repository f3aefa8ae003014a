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

/** Our PostgreSQL: one pool that all share, and single connections for those who listen. */
public final class Database implements AutoCloseable {
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
    config.setDataSourceProperties(properties(address));
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

  /** A connection outside the pool, for a listener to keep. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), properties(address));
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
