package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitnessTest {
  private static final Path PGBOUNCER = Path.of("/usr/sbin/pgbouncer");
  @TempDir Path folder;

  @Test
  void aNewDatabaseAndOneOfThisVersionAreFit() {
    try (var database = Database.open(TestDatabase.address(), 2)) {
      Schema.migrate(database);
      Schema.migrate(database);

      assertThat(database.trouble()).isEmpty();
    }
  }

  @Test
  void aNewerSchemaIsRefused() {
    try (var database = TestDatabase.migrated()) {
      database
          .client()
          .execute()
          .dml(
              """
              INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, installed_by, execution_time,
                 success)
              VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'someone', 1, true)
              """);

      assertThatExceptionOfType(UnfitDatabase.class)
          .isThrownBy(() -> Schema.migrate(database))
          .withMessageContaining("has the schema V999 of a newer Direttore");
    }
  }

  @Test
  void aRoleThatOnlyReadsIsRefused() throws SQLException {
    var address = TestDatabase.address();
    try (var owner = Database.open(address, 2)) {
      Schema.migrate(owner);
      try (var connection = owner.connect();
          var statement = connection.createStatement()) {
        statement.execute("DROP ROLE IF EXISTS reader");
        statement.execute("CREATE ROLE reader LOGIN PASSWORD 'reads'");
        statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
      }
    }
    try (var database = Database.open(new DatabaseAddress(address.url(), "reader", "reads"), 2)) {
      assertThatExceptionOfType(UnfitDatabase.class)
          .isThrownBy(() -> Schema.migrate(database))
          .withMessageContaining("gives the user reader too few rights")
          .withMessageEndingWith(".");
    }
  }

  @Test
  void aRoleThatMayNotAddTheExtensionIsRefusedUntilItIsThere() throws SQLException {
    var address = TestDatabase.address();
    try (var owner = Database.open(address, 2);
        var connection = owner.connect();
        var statement = connection.createStatement()) {
      statement.execute("DROP ROLE IF EXISTS plain");
      statement.execute("CREATE ROLE plain LOGIN PASSWORD 'plain'");
      statement.execute("GRANT CREATE ON SCHEMA public TO plain");
      try (var database = Database.open(new DatabaseAddress(address.url(), "plain", "plain"), 2)) {
        assertThatExceptionOfType(UnfitDatabase.class)
            .isThrownBy(() -> Schema.migrate(database))
            .withMessageContaining("lacks the extension btree_gist, and the user plain may not");

        statement.execute("CREATE EXTENSION btree_gist");

        Schema.migrate(database);
      }
    }
  }

  @Test
  void theTablesOfThisVersionAreThoseThatItsMigrationsMake() throws SQLException {
    try (var database = TestDatabase.migrated();
        var connection = database.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT relname FROM pg_class
                 WHERE relnamespace = to_regnamespace('public') AND relkind IN ('r', 'v', 'm', 'p')
                   AND relname NOT IN ('flyway_schema_history')
                """)) {
      var there = new TreeSet<String>();
      while (rows.next()) {
        there.add(rows.getString(1));
      }

      assertThat(Schema.tables())
          .isEqualTo(there)
          .contains("operation", "operation_lock", "duty", "holding", "worker_silent");
    }
  }

  @Test
  void aRoleThatLacksARightOnAnyTableIsRefused() throws SQLException {
    var address = TestDatabase.address();
    var partial = new DatabaseAddress(address.url(), "partial", "works");
    try (var owner = Database.open(address, 2)) {
      Schema.migrate(owner);
      AppRole.grant(owner, partial);
      try (var database = Database.open(partial, 2);
          var connection = owner.connect();
          var statement = connection.createStatement()) {
        var fitness = Schema.fitness(database);
        fitness.require();
        for (var table : Schema.tables()) {
          statement.execute("REVOKE SELECT ON %s FROM partial".formatted(table));
          assertThatExceptionOfType(UnfitDatabase.class)
              .isThrownBy(fitness::require)
              .withMessageContaining("gives the user partial too few rights on %s:", table);
          statement.execute("GRANT SELECT ON %s TO partial".formatted(table));
        }
        for (var right : List.of("INSERT", "UPDATE", "DELETE")) {
          statement.execute("REVOKE %s ON holding FROM partial".formatted(right));
          assertThatExceptionOfType(UnfitDatabase.class)
              .isThrownBy(fitness::require)
              .withMessageContaining("too few rights on holding:");
          statement.execute("GRANT %s ON holding TO partial".formatted(right));
        }
      }
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidInOneSentence() throws IOException {
    try (var database =
        Database.open(
            new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/x".formatted(free()), "x", "x"),
            2)) {
      assertThatExceptionOfType(UnfitDatabase.class)
          .isThrownBy(() -> Schema.migrate(database))
          .withMessageMatching("The database postgresql://127.0.0.1:\\d+/x cannot be used: .*\\.");
    }
  }

  @Test
  void aPoolerInTransactionModeIsRefusedAndOneInSessionModeIsNot() throws Exception {
    assumeThat(PGBOUNCER).exists();
    var behind = TestDatabase.address();
    assertThatExceptionOfType(UnfitDatabase.class)
        .isThrownBy(() -> migrateThrough("transaction", behind))
        .withMessageContaining("a pooler in transaction mode");

    migrateThrough("session", behind);
  }

  private void migrateThrough(String mode, DatabaseAddress behind) throws Exception {
    var port = free();
    var server = behind.url().substring("jdbc:postgresql://".length()).split("[:/]", -1);
    var users = Files.writeString(folder.resolve("users"), "\"postgres\" \"postgres\"\n");
    var settings =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            * = host=127.0.0.1 port=%s
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = plain
            auth_file = %s
            pool_mode = %s
            ignore_startup_parameters = extra_float_digits
            """
                .formatted(server[1], port, users, mode));
    var command = new ArrayList<>(List.of(PGBOUNCER.toString()));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody"));
      open(folder);
    }
    command.add(settings.toString());
    var pooler =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    try (var database =
        Database.open(
            new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, server[2]),
                "postgres",
                "postgres"),
            2)) {
      await().ignoreExceptions().until(() -> answers(port));
      Schema.migrate(database);
    } finally {
      pooler.destroy();
      pooler.waitFor();
    }
  }

  private static void open(Path folder) throws IOException {
    for (var each : List.of(folder)) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static boolean answers(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
