package direttore.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** When somebody can check in, and what becomes of it where nobody does. */
class CheckingInTest {
  private static final Instant NINE = Instant.parse("2026-11-30T08:00:00Z");
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final CheckIn ASKED = new CheckIn(Duration.ofMinutes(15), null);

  private static Reservation booked(@Nullable CheckIn checkIn) {
    var details =
        new Details(
            "BGP", "", new Party("ada", null, null), new Where(GuestKind.QEMU, null, null), false);
    var times = new Times(Window.of(NINE, Duration.ofHours(3)), ROME);
    return NewReservation.booking(details, times, List.of())
        .draft("uid", NINE.minusSeconds(86_400))
        .asking(checkIn);
  }

  private static Reservation moved(Reservation before, Instant from, Instant now) {
    var times = new Times(Window.of(from, Duration.ofHours(3)), ROME);
    return Changing.changed(before, ReservationChange.NOTHING.withTimes(times), now);
  }

  @Test
  void fromAQuarterOfAnHourBeforeTheStartToTheEnd() {
    var one = booked(ASKED);

    assertThat(CheckingIn.possible(one, NINE.minusSeconds(901))).isFalse();
    assertThat(CheckingIn.possible(one, NINE.minusSeconds(900))).isTrue();
    assertThat(CheckingIn.possible(one, one.window().to().minusSeconds(1))).isTrue();
    assertThat(CheckingIn.possible(one, one.window().to())).isFalse();
    assertThat(CheckingIn.possible(booked(null), NINE)).isFalse();
    for (var wrong : List.of(NINE.minusSeconds(901), one.window().to())) {
      assertThatExceptionOfType(Refusal.WrongState.class)
          .isThrownBy(() -> CheckingIn.done(one, wrong));
    }
  }

  @Test
  void onceIsEnough() {
    var checked = CheckingIn.done(booked(ASKED), NINE);

    assertThat(checked.version()).isEqualTo(2);
    assertThat(checked.sequence()).isZero();
    assertThat(checked.checkIn()).isEqualTo(new CheckIn(Duration.ofMinutes(15), NINE));
    assertThat(CheckingIn.done(checked, NINE.plusSeconds(60))).isSameAs(checked);
    assertThat(CheckingIn.possible(checked, NINE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"BOOKED", "PREPARING", "RUNNING"},
      mode = Mode.EXCLUDE)
  void nobodyChecksInToWhatIsNotTheirsOrIsOver(Phase phase) {
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> CheckingIn.done(booked(ASKED).in(phase), NINE));
  }

  @Test
  void whatNobodyCheckedInToEndsNowAndSaysWhy() {
    var running = booked(ASKED).in(Phase.RUNNING);
    var now = NINE.plusSeconds(903);

    var unused = Endings.unused(running, NINE.plusSeconds(900), now);

    assertThat(unused.phase()).isEqualTo(Phase.RETURNED);
    assertThat(unused.status()).isEqualTo(Status.COMPLETED);
    assertThat(unused.window()).isEqualTo(new Window(NINE, now));
    assertThat(unused.reason()).isEqualTo("Nobody checked in by 09:15 (Europe/Rome).");
    assertThat(Endings.unused(running, NINE.plusSeconds(72_000), now).reason())
        .isEqualTo("Nobody checked in by 2026-12-01 05:00 (Europe/Rome).");
  }

  @Test
  void anotherStartIsCheckedInToAnewAndAnotherEndIsNot() {
    var checked = CheckingIn.done(booked(ASKED), NINE.minusSeconds(60));
    var longer = new Times(Window.of(NINE, Duration.ofHours(5)), ROME);

    assertThat(moved(checked, NINE.plusSeconds(7200), NINE.minusSeconds(30)).checkIn())
        .isEqualTo(ASKED);
    assertThat(
            Changing.changed(checked, ReservationChange.NOTHING.withTimes(longer), NINE).checkIn())
        .isEqualTo(checked.checkIn());
  }

  @Test
  void anApprovedChangeHasTheCheckInOfItsRulesUnlessSomebodyIsThere() {
    var hour = new CheckIn(Duration.ofHours(1), null);
    var present = booked(ASKED);
    var later = moved(present, NINE.plusSeconds(7200), NINE.minusSeconds(60)).asking(hour);
    var longer =
        Changing.changed(
                present,
                ReservationChange.NOTHING.withTimes(
                    new Times(Window.of(NINE, Duration.ofHours(5)), ROME)),
                NINE)
            .asking(hour);
    var waiting = Replacement.of(present, later, "other", NINE);

    assertThat(waiting.checkIn()).isEqualTo(hour);
    assertThat(Replacement.taken(present, waiting, null, NINE.minusSeconds(30)).checkIn())
        .isEqualTo(hour);
    var checked = CheckingIn.done(present, NINE);
    assertThat(
            Replacement.taken(checked, Replacement.of(present, longer, "other", NINE), null, NINE)
                .checkIn())
        .isEqualTo(checked.checkIn());
  }
}
