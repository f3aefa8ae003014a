package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Phase;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.operation.Safe;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The clock of the database goes an hour back, or that of a process is an hour behind, as when
 * somebody mends a wrong one.
 */
class ClockSetBackTest extends LivesOnPostgres {
  private static final int HOUR = 3600;

  /** Found before PostgreSQL's own by whoever connects from now on. */
  private static final String MOVED =
      """
      CREATE SCHEMA moved;
      CREATE TABLE moved.clock (seconds bigint);
      INSERT INTO moved.clock VALUES (0);
      CREATE FUNCTION moved.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
        SELECT pg_catalog.clock_timestamp() + seconds * interval '1 s' FROM moved.clock
      $$;
      DO $$ BEGIN
        EXECUTE format('ALTER DATABASE %I SET search_path = moved, pg_catalog, public',
                       current_database());
      END $$
      """;

  private Database there;
  private PgLives its;

  @BeforeEach
  void move() {
    database.client().execute().dml(MOVED);
    there = database.beside("moved", 2);
    its = new PgLives(there, new Safe(new byte[32]), CLOCK);
  }

  @AfterEach
  void stay() {
    there.close();
  }

  /** The clock of the database shows so many seconds more than it did at first. */
  private void at(int seconds) {
    database.client().execute().dml("UPDATE moved.clock SET seconds = " + seconds);
  }

  private List<Long> ringing() {
    return its.ring(Set.of());
  }

  private List<String> told() {
    return database
        .client()
        .execute()
        .query("SELECT reservation, kind FROM notice ORDER BY id")
        .map(Row::new)
        .map(row -> row.number("reservation") + " " + row.text("kind"))
        .toList();
  }

  private Phase phase(long id) {
    return lives.find(id).phase();
  }

  @Test
  void whatRangDoesNotRingAgainAndWhatIsToComeRingsAtItsTime() {
    var first = book(window(600, 2 * HOUR), Margins.NONE, 0);
    var second = book(window(HOUR, 3 * HOUR), Margins.NONE, 0);
    at(5500);
    assertThat(ringing()).containsExactly(first, second, first);
    var told = told();
    assertThat(told).contains(first + " ending");

    at(5500 - HOUR);

    assertThat(ringing()).isEmpty();
    assertThat(told()).isEqualTo(told);
    assertThat(List.of(phase(first), phase(second))).containsOnly(Phase.RUNNING);
    assertThat(its.next().orElseThrow())
        .isBetween(Duration.ofSeconds(4700), Duration.ofSeconds(5000));
    at(HOUR + 60);
    assertThat(ringing()).isEmpty();
    at(2 * HOUR + 60);
    assertThat(ringing()).containsExactly(first, first);
    assertThat(phase(first)).isEqualTo(Phase.RETURNED);
    assertThat(phase(second)).isEqualTo(Phase.RUNNING);
  }

  @Test
  void whatHasEndedStaysSoAndTheNextEndsAtItsTime() {
    var first = book(window(600, HOUR), Margins.NONE, 0);
    var second = book(window(600, 2 * HOUR), Margins.NONE, 0);
    at(660);
    ringing();
    at(HOUR + 60);
    ringing();
    var told = told();

    at(60);

    assertThat(ringing()).isEmpty();
    assertThat(phase(first)).isEqualTo(Phase.RETURNED);
    assertThat(phase(second)).isEqualTo(Phase.RUNNING);
    at(HOUR + 60);
    assertThat(ringing()).isEmpty();
    assertThat(told()).isEqualTo(told);
    at(2 * HOUR + 60);
    assertThat(ringing()).contains(second).doesNotContain(first);
    assertThat(phase(second)).isEqualTo(Phase.RETURNED);
  }

  @Test
  void aProcessThatIsBehindRingsByTheClockOfAll() {
    var behind =
        new PgLives(there, new Safe(new byte[32]), Clock.offset(CLOCK, Duration.ofSeconds(-HOUR)));
    var id = book(window(600, HOUR), Margins.NONE, 0);

    at(500);
    assertThat(behind.ring(Set.of())).isEmpty();
    at(660);
    assertThat(behind.ring(Set.of())).containsExactly(id);
    assertThat(ringing()).isEmpty();
    at(HOUR + 60);
    assertThat(behind.ring(Set.of())).contains(id);

    assertThat(phase(id)).isEqualTo(Phase.RETURNED);
    assertThat(ringing()).isEmpty();
  }
}
