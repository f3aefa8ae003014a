package direttore.store;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.history.HistoryEntry;
import direttore.domain.reservation.history.HistoryKind;
import direttore.store.reservation.PgHistory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a reservation of version 41 it is known that its history begins later than it does. */
class HistoryMigrationTest {
  private OldDatabase old;

  @BeforeEach
  void fill() throws SQLException, IOException {
    old = new OldDatabase(41);
  }

  @AfterEach
  void close() {
    old.close();
  }

  @Test
  void itsHistoryIsKeptFromTheMigrationOn() {
    var before = Instant.now().minus(Duration.ofMinutes(1));
    old.migrate();

    var page = new PgHistory(old.database).of(1, Long.MAX_VALUE, 10);

    assertThat(page.since()).isBetween(before, Instant.now().plus(Duration.ofMinutes(1)));
    assertThat(page.entries())
        .containsExactly(
            new HistoryEntry(
                0, HistoryKind.MADE, Instant.parse("2027-02-01T07:00:00Z"), "olga", null));
  }
}
