package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who could not check in, or not use it, loses nothing. */
class LateCheckInTest extends CheckInLab {
  /** One that runs, whose guest is being made. */
  private long withGuest() {
    var id =
        book(
            ruled,
            fromNow(10, 2 * HOUR),
            new Margins(Duration.ZERO, Duration.ofHours(1), Duration.ZERO),
            1);
    earlier(id, 20);
    ring();
    return id;
  }

  @Test
  void aLateStartGivesAllTheTime() {
    var id = ruled.book(node(fromNow(10, 2 * HOUR)), BY).id();
    earlier(id, HOUR);

    ring();

    assertThat(find(id).phase()).isEqualTo(Phase.RUNNING);
    requireBy(id, Instant.now());
    assertThat(kinds()).doesNotContain(NoticeKind.NO_SHOW);
  }

  @Test
  void aBellThatIsLateGivesAllTheTimeAgain() {
    var id = running();
    earlier(id, 30 * MINUTE);

    ring();

    assertThat(find(id).phase()).isEqualTo(Phase.RUNNING);
    requireBy(id, Instant.now());
  }

  @Test
  void whileTheProgramWasAwayNobodyCouldCheckIn() {
    var id = running();
    database
        .client()
        .execute()
        .dml(
            """
            INSERT INTO worker (joined_at, seen_at)
            VALUES (now() - interval '3 minutes', now() + interval '3 seconds')
            """);
    earlier(id, 15 * MINUTE);

    ring();

    assertThat(find(id).phase()).isEqualTo(Phase.RUNNING);
    requireBy(id, Instant.now().minusSeconds(3 * MINUTE));
  }

  @Test
  void whatIsNotReadyIsNotReturned() {
    var id = withGuest();
    earlier(id, 15 * MINUTE);
    ring();
    requireBy(id, Instant.now());
    earlier(id, 10 * MINUTE);

    var part = part(id);
    var ready = new PartDecision.Settle(PartState.READY, null, null, null);
    lives.settle(id, part.id(), part.round(), ready);

    assertThat(find(id).phase()).isEqualTo(Phase.RUNNING);
    requireBy(id, Instant.now());
  }

  @Test
  void whatFailedIsNotReturned() {
    var id = withGuest();
    var part = part(id);
    lives.settle(
        id, part.id(), part.round(), new PartDecision.Settle(PartState.FAILED, null, null, null));
    earlier(id, 15 * MINUTE);

    ring();

    assertThat(find(id).phase()).isEqualTo(Phase.RUNNING);
    requireBy(id, Instant.now());
  }

  @Test
  void itsGuestsGoAsTheyDoAtTheEnd() {
    var id = withGuest();
    var part = part(id);
    lives.settle(
        id, part.id(), part.round(), new PartDecision.Settle(PartState.READY, GUEST, null, null));
    reservations.change(id, until(find(id), now.plusSeconds(5 * HOUR)), null);
    while (by(id).orElseThrow().isAfter(Instant.now())) {
      earlier(id, MINUTE / 2);
    }

    ring();

    var after = find(id);
    assertThat(after.phase()).isEqualTo(Phase.RETURNING);
    assertThat(after.reason()).startsWith("Nobody checked in by ");
    assertThat(part(id).state()).isEqualTo(PartState.ENDING);
    assertThat(lives.find(id).phase()).isEqualTo(Phase.RETURNING);
  }

  @Test
  void whatSomebodyBringsBackIsTheirs() {
    var id = withGuest();
    var part = part(id);
    lives.settle(
        id, part.id(), part.round(), new PartDecision.Settle(PartState.READY, GUEST, null, null));
    while (by(id).orElseThrow().isAfter(Instant.now())) {
      earlier(id, MINUTE / 2);
    }
    ring();
    var returned = find(id);
    assertThat(returned.phase()).isEqualTo(Phase.RETURNING);

    var back = reservations.change(id, until(returned, now.plusSeconds(3 * HOUR)), null);

    assertThat(back.phase()).isEqualTo(Phase.RUNNING);
    assertThat(back.reason()).isNull();
    assertThat(back.checkIn()).isNotNull().matches(asked -> !asked.pending());
    assertThat(by(id)).isEmpty();
  }
}
