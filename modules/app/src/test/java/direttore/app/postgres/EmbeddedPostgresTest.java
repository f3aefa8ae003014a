package direttore.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import direttore.app.data.DataFolder;
import direttore.app.start.StartRefusal.Broken;
import direttore.app.start.StartRefusal.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** In order, because each start continues with the data of the one before. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EmbeddedPostgresTest {
  @TempDir static Path parent;
  private static DataFolder folder;
  private final List<Broken> lost = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void openFolder() {
    folder = DataFolder.open(parent.resolve("data folder"));
  }

  @Test
  @Order(0)
  void itsProgramsAreUnpackedOnceThoughTwoAreAtIt() throws Exception {
    var programs = folder.resolve("programs");
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = both.submit(() -> PostgresBinaries.unpackedIn(programs));
      var second = both.submit(() -> PostgresBinaries.unpackedIn(programs));

      assertThat(first.get()).isEqualTo(second.get());
    }
    assertThat(programs).isDirectoryNotContaining("glob:**/unpacking*");
  }

  @Test
  @Order(1)
  void isPostgreSql18WithUtf8AndBtreeGist() throws SQLException {
    try (var server = EmbeddedPostgres.start(folder, lost::add);
        var connection = connect(server, server.password())) {
      execute(connection, "CREATE EXTENSION btree_gist");
      execute(connection, "CREATE TABLE kept AS SELECT 'Ä' AS letter");

      assertThat(value(connection, "SHOW server_version")).startsWith("18.");
      assertThat(value(connection, "SHOW server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  @Order(2)
  void keepsItsDataBetweenStarts() throws SQLException {
    try (var server = EmbeddedPostgres.start(folder, lost::add);
        var connection = connect(server, server.password())) {
      assertThat(value(connection, "SELECT letter FROM kept")).isEqualTo("Ä");
    }
  }

  @Test
  @Order(3)
  void isOneForEachFolder() {
    try (var server = EmbeddedPostgres.start(folder, lost::add)) {
      assertThat(server.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
      assertThatExceptionOfType(Taken.class)
          .isThrownBy(() -> EmbeddedPostgres.start(folder, lost::add));
    }
  }

  @Test
  @Order(4)
  void letsNobodyInWithoutThePassword() {
    try (var server = EmbeddedPostgres.start(folder, lost::add)) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> connect(server, "guess").close())
          .withMessageContaining("password authentication failed");
    }
  }

  @Test
  @Order(5)
  void startsThoughAStalePidFileNamesALivingProcess() throws IOException, SQLException {
    var pid = ProcessHandle.current().pid();
    Files.writeString(
        folder.resolve("postgres").resolve("postmaster.pid"),
        "%d\n%s\n1\n1\n\n127.0.0.1\n1 1\nready\n".formatted(pid, folder.resolve("postgres")));

    try (var server = EmbeddedPostgres.start(folder, lost::add);
        var connection = connect(server, server.password())) {
      assertThat(value(connection, "SELECT letter FROM kept")).isEqualTo("Ä");
    }
  }

  @Test
  @Order(6)
  void leavesNoServerBehind() {
    assertThat(folder.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  @Order(90)
  void isStartedAgainAtItsPlaceWhenItEndsByItself() throws IOException, SQLException {
    try (var server = EmbeddedPostgres.start(folder, lost::add)) {
      try (var connection = connect(server, server.password())) {
        execute(connection, "CREATE TABLE survives AS SELECT 1 AS one");
      }
      var killed = Postmaster.running(folder.resolve("postgres")).orElseThrow();
      killed.destroyForcibly();

      await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .untilAsserted(() -> {
            try (var connection = connect(server, server.password())) {
              assertThat(value(connection, "SELECT one FROM survives")).isEqualTo("1");
            }
          });
      assertThat(Postmaster.running(folder.resolve("postgres")).orElseThrow().pid())
          .isNotEqualTo(killed.pid());
      assertThat(lost).isEmpty();
    }
    assertThat(Postmaster.running(folder.resolve("postgres"))).isEmpty();
  }

  private static Connection connect(EmbeddedPostgres server, String password) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), password);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
