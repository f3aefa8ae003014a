package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.waiting.Waitable;
import direttore.domain.reservation.waiting.WaitingList;
import direttore.domain.reservation.waiting.Wish;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a refused booking says of waiting is what becomes of who waits. */
class WaitableTest {
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Optional<String> whyNot(NewReservation wanted) {
    return Waitable.whyNot(lab.waiting, wanted, by(null), lab.now);
  }

  private Optional<String> whyNot(Window window, ClaimRequest... claims) {
    return whyNot(wanted(window, claims));
  }

  private void wait(Window window, ClaimRequest claim) {
    var wanted = wanted(window, claim);
    lab.waiting.add(
        new Wish(
            wanted.details(),
            wanted.claims(),
            Window.of(window.from(), Duration.ofDays(30)),
            window.length(),
            wanted.times().zone(),
            wanted.atStart(),
            wanted.atEnd()),
        by(null));
  }

  @Test
  void whatIsTakenCanBeWaitedForUntilOneWaitsForEnough() {
    lab.book(hours(1, 4), node("pve1"));

    assertThat(whyNot(hours(1, 4), node("pve1"))).isEmpty();
    assertThat(whyNot(Window.of(lab.now, Duration.ofHours(1)), node("pve1"))).isEmpty();
    for (var i = 0; i < WaitingList.MOST_OPEN; i++) {
      wait(hours(1, 4), node("pve1"));
    }
    assertThat(whyNot(hours(1, 4), node("pve1")))
        .hasValueSatisfying(why -> assertThat(why).contains("20"));
  }

  @Test
  void whatIsNeverFreeCannotBeWaitedFor() {
    var more = share("pve1", 10_000);

    assertThat(whyNot(hours(1, 4), more))
        .hasValueSatisfying(why -> assertThat(why).contains("never free"));
    assertThat(whyNot(hours(1, 4), share("pve1", 1))).isEmpty();
  }

  @Test
  void whatIsTooLongOrTooFarAheadCannotBeWaitedFor() {
    var from = hours(1, 4).from();

    assertThat(whyNot(Window.of(from, Wish.LONGEST), node("pve1"))).isEmpty();
    assertThat(whyNot(Window.of(from, Wish.LONGEST.plusMinutes(1)), node("pve1")))
        .hasValue("The waiting list takes nothing that is longer than 92 days.");
    var last = lab.now.plus(Wish.FARTHEST).minus(Duration.ofHours(4));
    assertThat(whyNot(Window.of(last, Duration.ofHours(4)), node("pve1"))).isEmpty();
    assertThat(whyNot(Window.of(last, Duration.ofHours(5)), node("pve1")))
        .hasValue("The waiting list takes nothing later than 400 days from now.");
    assertThat(whyNot(Window.of(last.plus(Duration.ofDays(9)), Duration.ofHours(4)), node("pve1")))
        .hasValue("The waiting list takes nothing later than 400 days from now.");
  }

  @Test
  void whatIsGoneCannotBeWaitedFor() {
    var gone = node("pve9");

    assertThat(whyNot(hours(1, 4), gone)).isPresent();
    assertThat(whyNot(hours(1, 4))).hasValue("The waiting list takes nothing without claims.");
  }
}
