package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Resources.Occupancy;
import direttore.domain.reservation.Times;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has what now and next, however much else is booked. */
class OccupanciesTest {
  private static final int SERIES = 6;
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Occupancy of(int resource) {
    return lab.resources
        .occupancies(List.of(resource), lab.now, Duration.ofDays(31))
        .getOrDefault(resource, Occupancy.FREE);
  }

  private static int resource(Reservation one) {
    return one.claims().getFirst().resource().id();
  }

  private static List<Long> now(Occupancy occupancy) {
    return occupancy.now().stream().map(use -> use.by().reservation()).toList();
  }

  private static long next(Occupancy occupancy) {
    return requireNonNull(occupancy.next()).by().reservation();
  }

  @Test
  void thousandsOfOthersHideNobody() {
    var first = lab.book(hours(0, 2), share("pve1", 1));
    var second = lab.book(hours(0, 24 * 25), share("pve1", 2));
    for (var i = 0; i < SERIES; i++) {
      lab.device("sw" + i);
      var hourly = hourly();
      var booking = wanted(hours(1, 1), ClaimRequest.device("sw" + i));
      lab.reservations.bookSeries(booking, hourly, by(null));
    }
    var later = lab.book(hours(24 * 30, 1), node("pve1"));

    assertThat(now(of(resource(first)))).containsExactly(first.id(), second.id());
    assertThat(next(of(resource(first)))).isEqualTo(later.id());
    assertThat(of(resource(first)).now().getFirst().during()).isEqualTo(first.window());
    lab.now = NOW.plus(Duration.ofHours(200));
    assertThat(now(of(resource(first)))).containsExactly(second.id());
  }

  private static NewSeries hourly() {
    return new NewSeries(
        "FREQ=DAILY;COUNT=200",
        List.of(),
        NewSeries.Mode.ALL,
        IntStream.range(1, 201)
            .mapToObj(hour -> new Times(hours(hour, 1), ROME))
            .map(times -> new Occurrence(times.startLocal(), times))
            .toList(),
        null);
  }

  @Test
  void whatIsFreeOrBeginsLaterIsNobodys() {
    var booked = lab.book(hours(24 * 32, 1), node("pve1"));

    assertThat(of(resource(booked))).isEqualTo(Occupancy.FREE);
    lab.reservations.cancel(lab.book(hours(1, 1), node("pve1")).id(), null, null);
    assertThat(of(resource(booked)).next()).isNull();
  }
}
