package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Times;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PgSeriesTest extends JudgedBookings {
  @Test
  void aSeriesBringsNoMoreThanCanBeDecidedAtOnce() {
    var one = wanted(hours(1, 2), node("pve1"));
    var brings =
        new NewReservation(
            one.kind(),
            one.details(),
            one.times(),
            one.margins(),
            one.phase(),
            one.atStart(),
            AtEnd.DESTROY,
            one.claims(),
            List.of(new GuestsWanted(GuestKind.QEMU, "pc-{n}", 200, null, "{}")));

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(
            () -> lab.reservations.bookSeries(brings, daily(NewSeries.Mode.ALL, 16), by(null)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("guests"));
  }

  @Test
  void aSeriesIsAllOrNothingOrSkipsWhatIsTaken() {
    var taken = lab.book(hours(24 + 1, 1), node("pve1"));
    var template = wanted(hours(1, 2), node("pve1"));

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(
            () -> lab.reservations.bookSeries(template, daily(NewSeries.Mode.ALL), by(null)));
    assertThat(lab.count("SELECT count(*) AS n FROM reservation")).isEqualTo(1);
    var booked = lab.reservations.bookSeries(template, daily(NewSeries.Mode.SKIP), by("k", "x"));

    assertThat(booked.booked()).hasSize(2).allMatch(r -> r.uid().equals(booked.series().uid()));
    assertThat(booked.skipped()).hasSize(1);
    assertThat(
            requireNonNull(booked.skipped().getFirst().conflicts().getFirst().by()).reservation())
        .isEqualTo(taken.id());
    assertThat(booked.series().skipped().getFirst().why()).isEqualTo("node pve1 is taken");
    assertThat(lab.reservations.ofSeries(booked.series().id())).isEqualTo(booked.booked());
    assertThat(
            lab.reservations
                .bookSeries(template, daily(NewSeries.Mode.SKIP), by("k", "x"))
                .booked())
        .isEqualTo(booked.booked());
  }

  @Test
  void whatIsInTheWayOfSeveralDatesIsNamedOnce() {
    var lasting = lab.book(hours(1, 49), node("pve1"));

    var one = refused();
    lab.book(hours(72 + 2, 1), node("pve1"));
    var two = refused();

    assertThat(one.conflicts())
        .singleElement()
        .satisfies(conflict -> assertThat(conflict.during()).isEqualTo(lasting.holds()));
    assertThat(one)
        .hasMessage("node pve1 is taken from 2026-11-30 10:00 to 2026-12-02 11:00 (3 dates)");
    assertThat(two.conflicts()).hasSize(2);
    assertThat(two.getMessage()).endsWith(", and 1 more thing is in the way (4 dates)");
  }

  private Refusal.ReservationConflict refused() {
    return catchThrowableOfType(
        Refusal.ReservationConflict.class,
        () ->
            lab.reservations.bookSeries(
                wanted(hours(1, 2), node("pve1")), daily(NewSeries.Mode.ALL, 4), by(null)));
  }

  private static NewSeries daily(NewSeries.Mode mode) {
    return daily(mode, 3);
  }

  private static NewSeries daily(NewSeries.Mode mode, int days) {
    return new NewSeries(
        "FREQ=DAILY;COUNT=" + days,
        List.of(),
        mode,
        IntStream.range(0, days)
            .mapToObj(day -> new Times(hours(24.0 * day + 1, 2), ROME))
            .map(times -> new Occurrence(times.startLocal(), times))
            .toList(),
        null);
  }

  @Test
  void occurrencesThatMeetEachOtherAreRefused() {
    var template = wanted(hours(1, 30), node("pve1"));
    var series =
        new NewSeries(
            "FREQ=DAILY;COUNT=2",
            List.of(),
            NewSeries.Mode.ALL,
            IntStream.range(0, 2)
                .mapToObj(day -> new Times(hours(24.0 * day + 1, 30), ROME))
                .map(times -> new Occurrence(times.startLocal(), times))
                .toList(),
            null);

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.reservations.bookSeries(template, series, by(null)));
  }
}
