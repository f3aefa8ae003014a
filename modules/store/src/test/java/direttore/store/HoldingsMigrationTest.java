package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.VmId;
import direttore.domain.holding.Holding;
import direttore.store.holding.PgHoldings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who had what in version 23, after all later migrations. */
class HoldingsMigrationTest {
  private static final String OWNERS =
      """
      SELECT to_jsonb(g) - 'vmid' || jsonb_build_object(
               'kind', 'guest', 'cluster', 'main', 'key', g.vmid::text,
               'seen', coalesce(g.seen, o.node || '/' || o.guest_kind || '/' || g.vmid))
        FROM guest_owner g LEFT JOIN operation o ON o.id = g.operation ORDER BY g.vmid
      """;
  private static final String FORGOTTEN =
      """
      SELECT to_jsonb(f) - 'vmid' - 'forgotten_at' || jsonb_build_object(
               'kind', 'guest', 'cluster', 'main', 'key', f.vmid::text, 'ended_at', f.forgotten_at)
        FROM guest_forgotten f ORDER BY f.number
      """;
  private final Database database = Database.open(TestDatabase.address(), 2);
  private final PgHoldings holdings = new PgHoldings(database, Clock.systemUTC());

  @BeforeEach
  void fill() throws SQLException, IOException {
    Schema.steps(database).target("23").load().migrate();
    try (var rows = HoldingsMigrationTest.class.getResourceAsStream("version-23.sql")) {
      execute(new String(Objects.requireNonNull(rows).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyRowIsKept() throws SQLException {
    var owners = texts(OWNERS);
    var forgotten = texts(FORGOTTEN);
    var allowances = texts("SELECT to_jsonb(t) FROM team_allowance t");
    assertThat(owners).hasSize(3);
    assertThat(forgotten).hasSize(2);

    Schema.migrate(database);

    assertThat(texts("SELECT to_jsonb(h) FROM holding h ORDER BY length(key), key"))
        .hasSize(owners.size())
        .containsExactlyInAnyOrderElementsOf(owners);
    assertThat(texts("SELECT to_jsonb(f) FROM former_holding f ORDER BY number"))
        .containsExactlyElementsOf(forgotten);
    assertThat(texts("SELECT to_jsonb(t) FROM team_allowance t")).isEqualTo(allowances);
  }

  @Test
  void whoWasDisplacedIsGivenBackAndWhoWasForgottenAnewIsCountedOn() throws SQLException {
    Schema.migrate(database);

    holdings.forget(Holding.guest(new VmId(105)), Instant.parse("2026-01-04T00:00:00Z"));
    holdings.forget(Holding.guest(new VmId(200)), Instant.parse("2026-01-02T00:00:00Z"));

    assertThat(holdings.guests())
        .extracting(h -> h.vmid().value() + " " + h.owner().name())
        .containsExactly("105 ada", "1042 ada");
    assertThat(texts("SELECT number || ' ' || key FROM former_holding ORDER BY number"))
        .containsExactly("2 300", "3 200");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
