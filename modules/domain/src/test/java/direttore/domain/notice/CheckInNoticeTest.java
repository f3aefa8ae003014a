package direttore.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.CheckIn;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of a check-in. */
class CheckInNoticeTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant QUARTER = minutes(15);
  private static final Life BOOKED =
      new Life(
              1,
              new Party("ada", new UUID(0, 7), null),
              Phase.BOOKED,
              Status.PENDING,
              Window.of(NOON, Duration.ofHours(2)),
              Margins.NONE,
              new CheckIn(Duration.ofMinutes(15), null),
              List.of(),
              List.of())
          .booked();

  private static Instant minutes(int many) {
    return NOON.plus(Duration.ofMinutes(many));
  }

  @Test
  void isToldWhenItOpensAndFiveMinutesBeforeTheLastMoment() {
    assertThat(NoticeKind.ofBell(BOOKED, BellKind.CHECK_IN_FROM, minutes(-15)))
        .contains(NoticeKind.CHECK_IN);
    assertThat(NoticeKind.ofBell(BOOKED, BellKind.CHECK_IN_FROM, minutes(10))).isEmpty();
    assertThat(NoticeKind.ofBell(BOOKED, BellKind.CHECK_IN_WARN, minutes(10)))
        .contains(NoticeKind.CHECK_IN);
    assertThat(NoticeKind.ofBell(BOOKED, BellKind.CHECK_IN_WARN, QUARTER)).isEmpty();
  }

  @Test
  void whatNobodyCheckedInToHasEnded() {
    var running = BOOKED.rung(BellKind.START, NOON);
    var returned =
        running.rung(new Bell(BellKind.CHECK_IN_BY, QUARTER), QUARTER, Instant.EPOCH, null);

    assertThat(NoticeKind.ofLife(running, returned)).contains(NoticeKind.ENDED);
  }
}
