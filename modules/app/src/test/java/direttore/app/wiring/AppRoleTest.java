package direttore.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.app.data.DataFolder;
import direttore.app.postgres.EmbeddedPostgres;
import direttore.app.start.Lifetime;
import direttore.store.Database;
import direttore.store.DatabaseAddress;
import direttore.store.PgRetention;
import direttore.store.Schema;
import direttore.testkit.DataFolders;
import direttore.worker.queue.JobStore;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppRoleTest {
  private static final String ENTRY =
      """
      INSERT INTO audit (at, who, via, address, action, target, request, outcome, detail)
      VALUES (now() - interval '500 days', 'ada', 'session', '::1', 'x', 'y', 'r', 'done', '')
      """;
  @TempDir Path parent;

  @Test
  void theProgramIsNotTheOwnerOfItsTablesNorOfItsAudit() {
    var folder = DataFolder.open(DataFolders.sharing(parent.resolve("data")));
    try (var postgres = EmbeddedPostgres.start(folder, lost -> {});
        var lifetime = new Lifetime()) {
      var owner = new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
      // As a folder of version 0.1 is: all made by the owner, and no other role.
      try (var before = Database.open(owner, 2)) {
        Schema.migrate(before);
        JobStore.makeTables(before.pool());
      }

      var database = DatabaseAccess.own(owner, folder).open(2, lifetime);

      lifetime.open(() -> JobStore.existing(database.pool()));
      assertThat(database.trouble()).isEmpty();
      database.client().execute().dml(ENTRY);
      for (var forbidden :
          new String[] {
            "UPDATE audit SET who = 'eve'",
            "DELETE FROM audit",
            "TRUNCATE audit",
            "ALTER TABLE audit DISABLE TRIGGER ALL",
            "DROP TABLE audit",
            "CREATE TABLE mine (x int)",
            "UPDATE flyway_schema_history SET success = false",
            "COPY audit TO PROGRAM 'cat'",
          }) {
        assertThatExceptionOfType(SQLException.class)
            .as(forbidden)
            .isThrownBy(() -> execute(database, forbidden))
            .extracting(SQLException::getSQLState)
            .isEqualTo("42501");
      }
      assertThat(new PgRetention(database).forgetAudit(400)).isEqualTo(1);
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
