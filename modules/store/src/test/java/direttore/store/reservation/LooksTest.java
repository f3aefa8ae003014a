package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.Availability.Wanted;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.waiting.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever only asks changes nothing in the database. */
class LooksTest {
  private static final ClaimRequest GUEST = ClaimRequest.guest(new VmId(104));
  private static final ClaimRequest ADDRESSES =
      ClaimRequest.addresses(AddressRange.parse("10.0.0.8-10.0.0.9"));

  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private long resources() {
    return lab.count("SELECT count(*) AS n FROM resource WHERE kind IN ('guest', 'addresses')");
  }

  @Test
  void askingWhenItIsFreeOrWhetherItCouldBeBookedKeepsNothing() {
    var booking = wanted(hours(1, 2), GUEST, ADDRESSES);
    var booked = lab.book(hours(1, 2), node("pve1"));

    var free =
        lab.availability.slots(
            new Wanted(booking.claims(), Duration.ofHours(2), Margins.NONE, null), hours(1, 24), 3);
    var chosen = lab.reservations.check(booking);
    lab.reservations.check(
        booked.id(), ReservationChange.NOTHING.withClaims(List.of(GUEST, ADDRESSES)));
    var left = lab.reservations.checkSeries(booking, daily(booking));

    assertThat(free.slots().getFirst().window()).isEqualTo(hours(1, 2));
    assertThat(chosen).extracting(each -> each.resource().name()).contains("104");
    assertThat(left).isEmpty();
    assertThat(resources()).isZero();
  }

  @Test
  void whoeverWaitsKeepsNothingUntilItIsOffered() {
    var wanted = wanted(hours(1, 2), GUEST);
    var wish =
        new Wish(
            wanted.details(),
            wanted.claims(),
            hours(1, 24),
            Duration.ofHours(2),
            wanted.times().zone(),
            wanted.atStart(),
            wanted.atEnd());

    lab.waiting.check(wish, by(null));
    lab.waiting.add(wish, by(null));
    lab.waiting.standings(each -> true);

    assertThat(resources()).isZero();
    assertThat(lab.waiting.serve(Set.of()).offered()).isNotNull();
    assertThat(resources()).isOne();
  }

  private static NewSeries daily(NewReservation booking) {
    var start = booking.times();
    return new NewSeries(
        "FREQ=DAILY;COUNT=1",
        List.of(),
        NewSeries.Mode.ALL,
        List.of(new Occurrence(start.startLocal(), start)),
        null);
  }

  @Test
  void whatIsRefusedKeepsNothingAndWhatIsBookedIsThere() {
    lab.book(hours(1, 2), node("pve1"));

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(1, 2), node("pve1"), GUEST));
    assertThat(resources()).isZero();

    lab.book(hours(4, 2), GUEST);

    assertThat(resources()).isOne();
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(hours(5, 2), GUEST));
  }
}
