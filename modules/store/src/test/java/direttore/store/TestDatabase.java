package direttore.store;

import direttore.testkit.MemoryFolders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A fresh, migrated database on a real PostgreSQL that the whole test run shares. */
public final class TestDatabase {
  private static final String LEFT_COPIES =
      """
      SELECT datname FROM pg_database d
       WHERE datname LIKE 'copy%'
         AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
      """;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Opens a database that nobody else uses, with the schema of this version. */
  public static synchronized Database migrated() {
    dropLeftCopies();
    var copy = Database.open(created("copy" + COUNT.incrementAndGet(), Migrated.NAME), 10);
    // The connection stays, and shows that the copy is in use.
    copy.client().execute().get("SELECT 1");
    return copy;
  }

  /** The address of an empty database that nobody else uses. */
  public static DatabaseAddress address() {
    return created("test" + COUNT.incrementAndGet(), "template1");
  }

  /** The server drops a hundred databases faster than Java deletes their files at the end. */
  private static void dropLeftCopies() {
    onServer(statement -> {
      var left = new ArrayList<String>();
      try (var names = statement.executeQuery(LEFT_COPIES)) {
        while (names.next()) {
          left.add(names.getString(1));
        }
      }
      for (var name : left) {
        statement.execute("DROP DATABASE " + name);
      }
    });
  }

  private static DatabaseAddress created(String name, String template) {
    onServer(s -> s.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template)));
    return new DatabaseAddress(
        "jdbc:postgresql://localhost:%d/%s".formatted(Server.POSTGRES.getPort(), name),
        "postgres",
        "postgres");
  }

  private static void onServer(Work work) {
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      work.with(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("no test database", e);
    }
  }

  private interface Work {
    void with(Statement statement) throws SQLException;
  }

  /** What the others are copied from, as a copy takes less time than the migrations. */
  private static final class Migrated {
    private static final String NAME = made("migrated");

    private static String made(String name) {
      try (var database = Database.open(created(name, "template1"), 2)) {
        Schema.migrate(database);
      }
      return name;
    }
  }

  /** Started with the first use, stopped with the JVM by its own shutdown hook. */
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setDataDirectory(MemoryFolders.create())
            .setServerConfig("max_connections", "300")
            // Nothing here outlives the machine, and its stop need not write a hundred databases.
            .setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
