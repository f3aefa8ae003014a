package direttore.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh, migrated database on a real PostgreSQL that the whole test run shares. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Opens a database that nobody else uses, with the schema of this version. */
  public static Database migrated() {
    var database = Database.open(address(), 10);
    Schema.migrate(database);
    return database;
  }

  /** The address of an empty database that nobody else uses. */
  public static DatabaseAddress address() {
    var name = "test" + COUNT.incrementAndGet();
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no test database", e);
    }
    return new DatabaseAddress(
        "jdbc:postgresql://localhost:%d/%s".formatted(Server.POSTGRES.getPort(), name),
        "postgres",
        "postgres");
  }

  /** Started with the first use, stopped with the JVM by its own shutdown hook. */
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
