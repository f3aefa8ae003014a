package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import direttore.domain.Refusal;
import io.helidon.dbclient.DbClientException;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
  private final Database database = TestDatabase.migrated();
  private final Lines lines = new Lines();

  @AfterEach
  void close() {
    lines.end();
    database.close();
  }

  @Test
  void aReadOnlyDatabaseIsAwayAndSaidOnceUntilItTakesChangesAgain() {
    assertThat(database.trouble()).isEmpty();
    readOnly(true);

    for (var i = 0; i < 20; i++) {
      assertThatExceptionOfType(Refusal.DatabaseAway.class)
          .isThrownBy(this::write)
          .withMessage("PostgreSQL is read-only: it takes no changes.");
    }
    assertThat(database.trouble()).hasValue("PostgreSQL is read-only: it takes no changes.");
    assertThat(database.client().execute().get("SELECT 1 AS one")).isPresent();

    readOnly(false);
    await().atMost(Duration.ofMinutes(2)).until(() -> database.trouble().isEmpty());
    write();
    assertThat(lines.all())
        .hasSize(2)
        .satisfiesExactly(
            away -> assertThat(away).startsWith("The database is away"),
            back -> assertThat(back).startsWith("The database is back"));
  }

  @Test
  void whoStandsStillInATransactionLosesItsLocksSoon() throws SQLException {
    var limit = "SELECT current_setting('idle_in_transaction_session_timeout') AS value";
    try (var beside = database.beside("beside", 1);
        var single = database.connect();
        var answer = single.createStatement().executeQuery(limit)) {
      assertThat(answer.next()).isTrue();
      assertThat(answer.getString("value")).isEqualTo("25s");
      assertThat(List.of(database, beside))
          .allSatisfy(pool ->
              assertThat(pool.client().execute().get(limit))
                  .hasValueSatisfying(
                      row -> assertThat(new Row(row).text("value")).isEqualTo("25s")));
    }
  }

  @Test
  void theProbeItselfNoticesAReadOnlyDatabase() {
    readOnly(true);

    assertThat(database.trouble()).hasValue("PostgreSQL is read-only: it takes no changes.");
  }

  @Test
  void aTransactionSaysTheSame() {
    readOnly(true);

    assertThatExceptionOfType(Refusal.DatabaseAway.class)
        .isThrownBy(() -> transaction("UPDATE write_probe SET tried_at = now()"))
        .withMessageContaining("read-only");

    readOnly(false);
  }

  @Test
  void aTransactionThatLosesItsConnectionTellsThatAndNotHowItsRollbackFailed() {
    assertThatExceptionOfType(Refusal.DatabaseAway.class)
        .isThrownBy(() -> transaction("SELECT pg_terminate_backend(pg_backend_pid())"))
        .withMessageContaining("PostgreSQL is stopping or starting.");
  }

  private void transaction(String sql) {
    Transaction.in(database.client(), execute -> execute.dml(sql));
  }

  @Test
  void whoAsksAFullPoolIsToldSoAndTheOtherPoolIsFree() throws SQLException {
    try (var narrow = database.beside("narrow", 1, Duration.ofMillis(300));
        var held = narrow.pool().getConnection()) {
      assertThatExceptionOfType(Refusal.Overloaded.class)
          .isThrownBy(() -> narrow.client().execute().get("SELECT 1 AS one"));

      assertThat(held.isValid(1)).isTrue();
      assertThat(database.client().execute().get("SELECT 1 AS one")).isPresent();
      assertThat(lines.all()).isEmpty();
    }
  }

  @Test
  void onlyCommitsOfHintsDoNotWaitForTheDisk() {
    try (var hints = database.besideForHints("hints", 1);
        var orders = database.beside("orders", 1)) {
      assertThat(durability(hints)).isEqualTo("off, said by session");
      assertThat(durability(orders)).doesNotEndWith("session");
    }
  }

  private static String durability(Database which) {
    return which
        .client()
        .execute()
        .get(
            "SELECT setting || ', said by ' || source AS it FROM pg_settings"
                + " WHERE name = 'synchronous_commit'")
        .map(row -> new Row(row).text("it"))
        .orElseThrow();
  }

  @Test
  void whatALackOfResourcesMeansIsSaid() {
    assertThat(away("53100")).hasValue("PostgreSQL's disk is full.");
    assertThat(away("53300")).hasValue("PostgreSQL has no connection left for Direttore.");
    assertThat(away("08006")).hasValue("PostgreSQL cannot be reached.");
    assertThat(away("57P01")).hasValue("PostgreSQL is stopping or starting.");
    assertThat(away("58030")).isPresent();
    assertThat(away("23505")).isEmpty();
    assertThat(away("57014")).isEmpty();
  }

  @Test
  void aFailureWithoutAStateBreaksNoConstraintAndIsNoOutage() {
    var failure = new DbClientException("none", new SQLException("timed out"));

    assertThat(SqlFailure.breaks(failure, "any")).isFalse();
    assertThat(SqlFailure.away(failure)).isEmpty();
  }

  private static Optional<String> away(String state) {
    return SqlFailure.away(new DbClientException("no", new SQLException("no", state)));
  }

  private void write() {
    database.client().execute().dml("UPDATE write_probe SET tried_at = now()");
  }

  @Test
  void whatAServerThatEndedItsSessionsIsNowIsSaid() {
    readOnly(true);
    terminate("application_name = 'direttore'");

    assertThatExceptionOfType(Refusal.DatabaseAway.class).isThrownBy(this::write);
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() ->
            assertThat(lines.all())
                .singleElement()
                .asString()
                .endsWith("PostgreSQL is read-only: it takes no changes."));
    await().until(() -> database.client().execute().get("SELECT 1 AS one").isPresent());
  }

  /** For every session that begins now. */
  private void readOnly(boolean on) {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = off");
      statement.execute(
          "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = "
              + (on ? "on" : "off")
              + "', current_database()); END $$");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (on) {
      terminate("btrim(query) = 'COMMIT'");
      ((HikariDataSource) database.pool()).getHikariPoolMXBean().softEvictConnections();
    }
  }

  private void terminate(String which) {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND "
              + which);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the watch logs meanwhile. */
  private static final class Lines extends Handler {
    private final Logger logger = Logger.getLogger(DatabaseWatch.class.getName());
    private final List<String> lines = new ArrayList<>();

    Lines() {
      logger.addHandler(this);
    }

    synchronized List<String> all() {
      return List.copyOf(lines);
    }

    void end() {
      logger.removeHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord line) {
      lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
