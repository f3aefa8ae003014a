package direttore.store.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.agenda.DutyRun;
import direttore.store.Database;
import direttore.store.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgDutyBookTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private final Database database = TestDatabase.migrated();
  private final PgDutyBook book = new PgDutyBook(database);

  @AfterEach
  void close() {
    database.close();
  }

  private void note(Instant due) {
    book.note("owners", due, due);
  }

  @Test
  void aDutyThatIsKnownStaysAsItIsDueUnlessThatIsTooLate() {
    book.note("owners", NOW.plusSeconds(60), NOW.plusSeconds(300));
    book.note("owners", NOW, NOW.plusSeconds(240));
    assertThat(book.due("owners")).isEqualTo(NOW.plusSeconds(60));

    book.note("owners", NOW, NOW.plusSeconds(5));

    assertThat(book.due("owners")).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void onlyWhatIsDueIsTakenAndOnlyOnce() {
    note(NOW);
    assertThat(book.take("owners", NOW.minusSeconds(1))).isEmpty();

    try (var turn = book.take("owners", NOW).orElseThrow()) {
      assertThat(book.take("owners", NOW)).isEmpty();
      turn.done(new DutyRun(NOW, NOW.plusSeconds(2), null, NOW.plusSeconds(62)));
    }

    assertThat(book.take("owners", NOW.plusSeconds(61))).isEmpty();
    var next = book.take("owners", NOW.plusSeconds(62));
    assertThat(next).isPresent();
    next.orElseThrow().close();
  }

  @Test
  void theLastTroubleIsKeptWithItsTime() {
    note(NOW);
    try (var turn = book.take("owners", NOW).orElseThrow()) {
      turn.done(new DutyRun(NOW, NOW.plusSeconds(1), "Proxmox is away", NOW.plusSeconds(10)));
      turn.done(new DutyRun(NOW.plusSeconds(10), NOW.plusSeconds(11), null, NOW.plusSeconds(70)));
    }

    var state = book.all().getFirst();

    assertThat(state.trouble()).isEqualTo("Proxmox is away");
    assertThat(state.troubled()).isEqualTo(NOW.plusSeconds(1));
    assertThat(state.isTroubled()).isFalse();
    assertThat(state.began()).isEqualTo(NOW.plusSeconds(10));
    assertThat(state.due()).isEqualTo(NOW.plusSeconds(70));
  }
}
