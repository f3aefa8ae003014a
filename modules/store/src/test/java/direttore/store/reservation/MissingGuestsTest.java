package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.operation.Safe;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Guests that are claimed, and that the cluster knows no more, or not now. */
class MissingGuestsTest extends LivesOnPostgres {
  private static Details details(String title) {
    return new Details(
        title, "", new Party("ada", null, null), new Where(GuestKind.QEMU, null, null), false);
  }

  private Reservation started(int vmid) {
    var claims = List.of(ClaimRequest.guest(new VmId(vmid)));
    var wanted =
        wanted(window(3600, 7200), margins(0), AtStart.START, AtEnd.NOTHING, claims, List.of());
    return reservations.book(wanted, BY);
  }

  @Test
  void whatIsWrittenAboutAReservationAndItsTimesCanStillBeChanged() {
    var booked = started(104);
    known = Optional.empty();
    var later = booked.times().at(window(7200, 9000));

    reservations.change(
        booked.id(), ReservationChange.NOTHING.withDetails(details("BGP")).withTimes(later), null);

    assertThat(reservations.find(booked.id()).details().title()).isEqualTo("BGP");
    assertThat(part(booked.id()).guest()).isEqualTo(GUEST);
  }

  @Test
  void anotherThatThereIsNotCannotBeHad() {
    var booked = started(104);
    known = Optional.empty();
    var other = List.of(ClaimRequest.guest(new VmId(105)));

    assertThatExceptionOfType(Refusal.Unknown.class)
        .isThrownBy(() ->
            reservations.change(booked.id(), ReservationChange.NOTHING.withClaims(other), null));
    assertThat(part(booked.id()).guest()).isEqualTo(GUEST);
  }

  @Test
  void whoWaitsForOneKeepsNobodyElseFromAnOffer() {
    var waiting =
        new PgWaiting(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID, consequences);
    waiting.add(wish("gone", 104, AtStart.START), BY);
    var there = waiting.add(wish("there", 105, AtStart.NOTHING), BY);
    known = Optional.empty();

    var offered = new ArrayList<Long>();
    var tried = Set.<Long>of();
    for (var more = true; more; ) {
      var served = waiting.serve(tried);
      if (served.offered() != null) {
        offered.add(served.offered());
      }
      tried = served.tried();
      more = served.more();
    }

    assertThat(offered).hasSize(1);
    assertThat(waiting.find(there.id()).offer()).isNotNull();
  }

  private Wish wish(String title, int vmid, AtStart atStart) {
    return new Wish(
        details(title),
        List.of(ClaimRequest.guest(new VmId(vmid))),
        window(3600, 36_000),
        Duration.ofHours(2),
        ZoneOffset.UTC,
        atStart,
        AtEnd.NOTHING);
  }
}
