package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.VmId;
import direttore.domain.holding.Holding;
import direttore.store.holding.PgHoldings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who had what in version 23, after all later migrations. */
class HoldingsMigrationTest {
  private static final String OWNERS =
      """
      SELECT to_jsonb(g) - 'vmid' || jsonb_build_object(
               'kind', 'guest', 'cluster', 'main', 'key', g.vmid::text, 'counts', true,
               'seen', coalesce(g.seen, o.node || '/' || o.guest_kind || '/' || g.vmid))
        FROM guest_owner g LEFT JOIN operation o ON o.id = g.operation ORDER BY g.vmid
      """;
  private static final String FORGOTTEN =
      """
      SELECT to_jsonb(f) - 'vmid' - 'forgotten_at' || jsonb_build_object(
               'kind', 'guest', 'cluster', 'main', 'key', f.vmid::text, 'ended_at', f.forgotten_at)
        FROM guest_forgotten f ORDER BY f.number
      """;
  private OldDatabase old;

  @BeforeEach
  void fill() throws SQLException, IOException {
    old = new OldDatabase(23);
  }

  @AfterEach
  void close() {
    old.close();
  }

  @Test
  void everyRowIsKept() throws SQLException {
    var owners = old.texts(OWNERS);
    var forgotten = old.texts(FORGOTTEN);
    var allowances = old.texts("SELECT to_jsonb(t) FROM team_allowance t");
    assertThat(owners).hasSize(3);
    assertThat(forgotten).hasSize(2);

    old.migrate();

    assertThat(old.texts("SELECT to_jsonb(h) FROM holding h ORDER BY length(key), key"))
        .hasSize(owners.size())
        .containsExactlyInAnyOrderElementsOf(owners);
    assertThat(old.texts("SELECT to_jsonb(f) FROM former_holding f ORDER BY number"))
        .containsExactlyElementsOf(forgotten);
    assertThat(old.texts("SELECT to_jsonb(t) FROM team_allowance t")).isEqualTo(allowances);
  }

  @Test
  void whoWasDisplacedIsGivenBackAndWhoWasForgottenAnewIsCountedOn() throws SQLException {
    old.migrate();
    var holdings = new PgHoldings(old.database, Clock.systemUTC());

    holdings.forget(Holding.guest(new VmId(105)), Instant.parse("2026-01-04T00:00:00Z"));
    holdings.forget(Holding.guest(new VmId(200)), Instant.parse("2026-01-02T00:00:00Z"));

    assertThat(holdings.guests())
        .extracting(h -> h.vmid().value() + " " + h.owner().name())
        .containsExactly("105 ada", "1042 ada");
    assertThat(old.texts("SELECT number || ' ' || key FROM former_holding ORDER BY number"))
        .containsExactly("2 300", "3 200");
  }
}
