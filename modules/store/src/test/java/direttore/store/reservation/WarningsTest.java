package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.notice.Notice;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import direttore.store.Row;
import direttore.store.notice.PgNotices;
import direttore.store.operation.Safe;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarningsTest extends LivesOnPostgres {
  private static final Actor ADA = Actor.stranger("ada");
  private static final int HOUR = 3600;
  private PgNotices notices;
  private Reservations told;

  @BeforeEach
  void tell() {
    notices = new PgNotices(database, true);
    told =
        new PgReservations(
            database, new Safe(new byte[32]), CLOCK, UUID::randomUUID, new NoticeConsequences());
  }

  /** One of two hours that ends in so many seconds, and runs. */
  private long running(int left) {
    var id = quietly(book(window(10, 10 + 2 * HOUR), Margins.NONE, 0));
    earlier(id, 20);
    assertThat(ring()).containsOnly(id);
    earlier(id, 2 * HOUR - 10 - left);
    return id;
  }

  /** As if nobody were told that somebody else booked it. */
  private long quietly(long id) {
    database.client().execute().dml("DELETE FROM notice");
    return id;
  }

  private long wanted() {
    return told.book(
            wanted(
                window(HOUR, 2 * HOUR),
                Margins.NONE,
                AtStart.NOTHING,
                AtEnd.NOTHING,
                List.of(),
                List.of()),
            BY)
        .id();
  }

  private List<Notice> shown(Actor actor) {
    return notices.of(actor, Instant.now());
  }

  private List<NoticeKind> kinds() {
    return database
        .client()
        .execute()
        .query("SELECT kind FROM notice ORDER BY id")
        .map(row -> NoticeKind.parse(new Row(row).text("kind")))
        .toList();
  }

  @Test
  void warnsHalfAnHourAndFiveMinutesBeforeTheEnd() {
    var id = running(1790);

    ring();
    var first = shown(ADA);
    earlier(id, 1500);
    var moved = shown(ADA);
    ring();

    assertThat(first).extracting(Notice::kind).containsExactly(NoticeKind.ENDING);
    assertThat(first.getFirst().window().to()).isEqualTo(firstEnd(id));
    assertThat(moved).isEmpty();
    assertThat(shown(ADA)).hasSize(1);
    assertThat(kinds()).containsExactly(NoticeKind.ENDING, NoticeKind.ENDING);
    assertThat(shown(Actor.stranger("ben"))).isEmpty();
  }

  /** What the first warning spoke of, from when it had rung. */
  private Instant firstEnd(long id) {
    return lives.find(id).window().to().plusSeconds(1500);
  }

  @Test
  void warnsOnceWhereBothWarningsAreLate() {
    running(200);

    ring();

    assertThat(kinds()).containsExactly(NoticeKind.ENDING);
  }

  @Test
  void doesNotWarnOfAnEndThatHasPassed() {
    running(-5);

    ring();

    assertThat(kinds()).containsExactly(NoticeKind.ENDED);
    assertThat(shown(ADA)).isEmpty();
  }

  @Test
  void aWarningIsNotShownOnceTheEndIsAnother() {
    var id = running(250);
    ring();
    var there = reservations.find(id);
    assertThat(shown(ADA)).hasSize(1);

    reservations.change(
        id,
        ReservationChange.NOTHING.withTimes(
            new Times(
                new Window(there.window().from(), now.plusSeconds(2 * HOUR)), ZoneOffset.UTC)),
        null);

    assertThat(shown(ADA)).isEmpty();
  }

  @Test
  void whatWasPutAwayIsNotShownAgain() {
    running(250);
    ring();
    var notice = shown(ADA).getFirst();

    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> notices.putAway(Actor.stranger("ben"), notice.id(), Instant.now()));
    assertThat(shown(ADA)).hasSize(1);
    notices.putAway(ADA, notice.id(), Instant.now());

    assertThat(shown(ADA)).isEmpty();
  }

  @Test
  void whoeverHasItIsToldThatSomebodyElseCancelledIt() {
    var mine = wanted();
    var others = wanted();

    told.by("ada").cancel(mine, null, null);
    told.by("root").cancel(others, null, "The power goes off.");

    assertThat(shown(ADA))
        .filteredOn(notice -> notice.kind() == NoticeKind.CANCELLED)
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.reservation()).isEqualTo(others);
          assertThat(notice.actor()).isEqualTo("root");
          assertThat(notice.reason()).isEqualTo("The power goes off.");
        });
  }

  @Test
  void tellsThatAllOfItIsThereOrNot() {
    var id = quietly(book(window(10, HOUR), Margins.NONE, 1));
    earlier(id, 20);
    ring();
    var part = part(id);

    lives.settle(
        id, part.id(), part.round(), new PartDecision.Settle(PartState.FAILED, null, null, null));

    assertThat(kinds()).containsExactly(NoticeKind.DEGRADED);
    assertThat(shown(ADA)).extracting(Notice::kind).containsExactly(NoticeKind.DEGRADED);
  }

  @Test
  void forgetsWhatIsOld() {
    running(250);
    ring();

    assertThat(notices.forget(Instant.now().minusSeconds(HOUR))).isZero();
    assertThat(notices.forget(Instant.now().plusSeconds(1))).isOne();
    assertThat(kinds()).isEmpty();
  }
}
