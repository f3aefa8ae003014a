package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgRetentionTest {
  private final Database database = TestDatabase.migrated();
  private final PgRetention retention = new PgRetention(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void operationsGoWithTheirEventsOnceTheyAreOldEnough() throws SQLException {
    fill(5000, "now() - interval '500 days'");
    fill(3, "now() - interval '10 days'");
    execute("SELECT announce_events(20000)");

    var gone = retention.forgetOperations(Instant.now().minus(Duration.ofDays(400)));

    assertThat(gone).isEqualTo(5000);
    assertThat(number("SELECT count(*) FROM operation")).isEqualTo(3);
    assertThat(number("SELECT count(*) FROM event WHERE type = 'operation'")).isEqualTo(3);
  }

  @Test
  void theOrderOfAGuestThatSomebodyHasStays() throws SQLException {
    fill(2, "now() - interval '500 days'");
    execute(
        """
        INSERT INTO person (id, name, display, created_at)
          VALUES (gen_random_uuid(), 'ada', 'Ada', now());
        INSERT INTO holding (kind, key, person, since, operation)
          SELECT 'guest', '100', p.id, now(), o.id FROM person p, (SELECT id FROM operation LIMIT 1) o
        """);

    assertThat(retention.forgetOperations(Instant.now())).isEqualTo(1);
  }

  @Test
  void theAuditGoesByItsRetentionAndByNothingElse() throws SQLException {
    execute(
        """
        INSERT INTO audit (at, who, via, address, action, target, request, outcome, detail)
        SELECT now() - make_interval(days => d), 'ada', 'session', '::1', 'x', 'y', 'r', 'done', ''
          FROM generate_series(1, 500) d
        """);

    assertThat(retention.forgetAudit(400)).isEqualTo(101);
    assertThat(number("SELECT count(*) FROM audit")).isEqualTo(399);
    assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> retention.forgetAudit(29));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> execute("DELETE FROM audit WHERE at < now() - interval '100 days'"))
        .withMessageContaining("written once");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() ->
            execute(
                "SELECT set_config('direttore.audit_retention', 'on', false); DELETE FROM audit"))
        .withMessageContaining("30 days at least");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> execute("UPDATE audit SET who = 'eve'"))
        .withMessageContaining("written once");
  }

  @Test
  void howAnOperationEndedGoesWithTheLastEntryThatNamesIt() throws SQLException {
    var forgotten = UUID.randomUUID();
    var named = UUID.randomUUID();
    entry(401, forgotten);
    entry(401, named);
    entry(10, named);
    ended(399, forgotten);
    ended(401, named);
    ended(500, UUID.randomUUID());

    assertThat(retention.forgetAudit(400)).isEqualTo(2);

    assertThat(text("SELECT string_agg(operation::text, ' ') FROM audit_ending"))
        .isEqualTo(named.toString());
  }

  private void entry(int days, UUID operation) throws SQLException {
    execute(
        """
        INSERT INTO audit
          (at, who, via, address, action, target, request, outcome, detail, operation)
        VALUES (now() - make_interval(days => %d), 'ada', 'session', '::1', 'guest.start', 'y', 'r',
                'accepted', '', '%s')
        """
            .formatted(days, operation));
  }

  private void ended(int days, UUID operation) throws SQLException {
    execute(
        """
        INSERT INTO audit_ending (operation, at, outcome, detail)
        VALUES ('%s', now() - make_interval(days => %d), 'done', '')
        """
            .formatted(operation, days));
  }

  @Test
  void everyFilterOfTheListHasAnIndexInItsOrder() throws SQLException {
    fill(20_000, "now() - interval '1 day'");
    execute("ANALYZE operation");

    for (var filter :
        new String[] {
          "vmid = 4711",
          "requested_by = 'nobody'",
          "node = 'pve9'",
          "kind = 'clone-vm'",
          "state IN ('failed')",
          "state IN ('failed', 'cancelled')",
          "state IN ('queued', 'running')",
        }) {
      var plan =
          text(
              "EXPLAIN (FORMAT JSON) SELECT * FROM operation WHERE "
                  + filter
                  + " ORDER BY created_at DESC, id DESC LIMIT 51");
      assertThat(plan).as(filter).contains("Index").doesNotContain("Seq Scan");
    }
    assertThat(
            text(
                "EXPLAIN (FORMAT JSON) SELECT true FROM operation WHERE"
                    + " jsonb_path_query_array(steps, '$[*].upid') @> '[\"UPID:x\"]' LIMIT 1"))
        .contains("operation_tasks");
  }

  private void fill(int rows, String at) throws SQLException {
    execute(
        """
        INSERT INTO operation (id, kind, cluster, guest_kind, node, vmid, vmid_chosen, request, state,
          steps, log, warnings, requested_by, created_at, started_at, finished_at)
        SELECT gen_random_uuid(), 'start', 'main', 'qemu', 'pve' || n %% 4, 100 + n %% 3000, true, '{}',
               'succeeded', '[]', '[]', '[]', 'user' || n %% 7, %s, %s, %s
          FROM generate_series(1, %d) n
        """
            .formatted(at, at, at, rows));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.unhurried().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (var connection = database.unhurried().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
