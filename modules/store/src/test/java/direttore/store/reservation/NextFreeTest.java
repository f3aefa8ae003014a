package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is offered instead can be had. */
class NextFreeTest {
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;

  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static List<Slot> instead(
      Reservations reservations, Window window, ClaimRequest... claims) {
    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> reservations.book(wanted(window, claims), by(null)));
    for (var slot : refusal.nextFree()) {
      var chosen = node(slot.claims().getFirst().resource().name());
      assertThat(reservations.check(wanted(slot.window(), chosen))).isNotEmpty();
    }
    return refusal.nextFree();
  }

  private List<Window> windows(Window window) {
    return instead(lab.reservations, window, node("pve1")).stream().map(Slot::window).toList();
  }

  @Test
  void threeAreFoundAfterManyWeeks() {
    lab.book(hours(0, 6 * WEEK), node("pve1"));
    lab.book(hours(6 * WEEK + 3, 30 * WEEK), node("pve1"));

    assertThat(windows(hours(1, 2)))
        .containsExactly(hours(6 * WEEK, 2), hours(36 * WEEK + 3, 2), hours(36 * WEEK + 5, 2));
  }

  @Test
  void thoseOfTheFirstWeeksAreNotOfferedTwice() {
    lab.book(hours(0, 27 * DAY), node("pve1"));
    lab.book(hours(30 * DAY, 10 * WEEK), node("pve1"));

    assertThat(windows(hours(1, 2 * DAY)))
        .containsExactly(
            hours(27 * DAY, 2 * DAY),
            hours(30 * DAY + 10 * WEEK, 2 * DAY),
            hours(32 * DAY + 10 * WEEK, 2 * DAY));
  }

  @Test
  void nothingIsOfferedThatBeginsAfterAYear() {
    lab.book(hours(0, 364 * DAY), node("pve1"));

    assertThat(windows(hours(0, DAY)))
        .containsExactly(hours(364 * DAY, DAY), hours(365 * DAY, DAY));
  }

  @Test
  void whatLastsForMonthsIsOfferedLaterToo() {
    lab.book(hours(0, WEEK), node("pve1"));

    assertThat(windows(hours(1, 120 * DAY)))
        .containsExactly(
            hours(WEEK, 120 * DAY),
            hours(WEEK + 120 * DAY, 120 * DAY),
            hours(WEEK + 240 * DAY, 120 * DAY));
  }
}
