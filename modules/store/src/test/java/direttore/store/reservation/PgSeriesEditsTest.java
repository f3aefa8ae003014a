package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.details;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.SeriesBooked;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import direttore.domain.reservation.series.EditScope;
import direttore.domain.reservation.series.SeriesEdit;
import direttore.domain.reservation.series.SeriesEdited.Dated;
import direttore.domain.reservation.series.SeriesEdited.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgSeriesEditsTest {
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
  }

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    assertThat(lab.momentsOverCapacity()).isZero();
    lab.close();
  }

  /** Daily from now + 24 h, for two hours. */
  private SeriesBooked daily(int days, NewSeries.Mode mode) {
    var series =
        new NewSeries(
            "FREQ=DAILY;COUNT=" + days,
            List.of(),
            mode,
            IntStream.range(0, days)
                .mapToObj(day -> new Times(day(day, 0, 2), ROME))
                .map(times -> new Occurrence(times.startLocal(), times))
                .toList(),
            null);
    return lab.reservations.bookSeries(wanted(day(0, 0, 2), node("pve1")), series, by(null));
  }

  private static Window day(int day, double later, double length) {
    return hours(24.0 * (day + 1) + later, length);
  }

  private static ReservationChange to(Window window) {
    return ReservationChange.NOTHING.withTimes(new Times(window, ROME));
  }

  private static SeriesEdit edit(
      Reservation at, EditScope scope, ReservationChange change, NewSeries.Mode mode) {
    return edit(at, scope, change, null, mode);
  }

  private static SeriesEdit edit(
      Reservation at,
      EditScope scope,
      ReservationChange change,
      @Nullable String rule,
      NewSeries.Mode mode) {
    var parsed = rule == null ? null : RecurrenceRule.parse(rule, ROME);
    return new SeriesEdit(
        at.id(), scope, change, parsed, null, mode, at.version(), null, r -> true, "ana");
  }

  private List<Window> windows(Series series) {
    return lab.reservations.ofSeries(series.id()).stream().map(Reservation::window).toList();
  }

  @Test
  void laterIsAnotherSeriesThatFollowsTheFirst() {
    var booked = daily(4, NewSeries.Mode.ALL);
    var third = booked.booked().get(2);

    var edited =
        lab.reservations
            .edits()
            .edit(edit(third, EditScope.LATER, to(day(2, 1, 2)), NewSeries.Mode.ALL));

    var old = lab.reservations.series(booked.series().id());
    assertThat(old.rule()).isEqualTo("FREQ=DAILY;COUNT=2");
    assertThat(windows(old)).containsExactly(day(0, 0, 2), day(1, 0, 2));
    assertThat(edited.series().rule()).isEqualTo("FREQ=DAILY;COUNT=2");
    assertThat(edited.series().follows()).isEqualTo(new Series.Origin(old.id(), old.uid()));
    assertThat(windows(edited.series())).containsExactly(day(2, 1, 2), day(3, 1, 2));
    assertThat(edited.at().uid()).isEqualTo(edited.series().uid()).isNotEqualTo(old.uid());
    assertThat(edited.dates()).extracting(Dated::outcome).containsOnly(Outcome.CHANGED).hasSize(2);
  }

  @Test
  void allAreMovedThroughEachOthersTimes() {
    var booked = daily(3, NewSeries.Mode.ALL);

    lab.reservations
        .edits()
        .edit(
            edit(booked.booked().getFirst(), EditScope.ALL, to(day(1, 0, 2)), NewSeries.Mode.ALL));

    assertThat(windows(booked.series())).containsExactly(day(1, 0, 2), day(2, 0, 2), day(3, 0, 2));
    assertThat(lab.reservations.series(booked.series().id()).version()).isEqualTo(2);
  }

  @Test
  void oneThatIsTakenRefusesAllAndNothingIsChanged() {
    var booked = daily(3, NewSeries.Mode.ALL);
    lab.book(day(1, 2, 1), node("pve1"));
    var first = booked.booked().getFirst();

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() ->
            lab.reservations
                .edits()
                .edit(edit(first, EditScope.ALL, to(day(0, 1, 2)), NewSeries.Mode.ALL)));

    assertThat(lab.reservations.ofSeries(booked.series().id())).isEqualTo(booked.booked());
    assertThat(lab.reservations.series(booked.series().id()).version()).isEqualTo(1);
  }

  @Test
  void orKeepsItsTimeAndSaysWhy() {
    var booked = daily(3, NewSeries.Mode.ALL);
    lab.book(day(1, 2, 1), node("pve1"));
    var change = to(day(0, 1, 2)).withDetails(details("routing"));
    var edit = edit(booked.booked().getFirst(), EditScope.ALL, change, NewSeries.Mode.SKIP);

    var preview = lab.reservations.edits().check(edit);
    var edited = lab.reservations.edits().edit(edit);

    assertThat(windows(booked.series())).containsExactly(day(0, 1, 2), day(1, 0, 2), day(2, 1, 2));
    assertThat(edited.dates().get(1).outcome()).isEqualTo(Outcome.KEPT);
    assertThat(edited.dates().get(1).refused()).isEqualTo("node pve1 is taken");
    assertThat(preview.dates()).isEqualTo(edited.dates());
    assertThat(lab.reservations.find(booked.booked().get(1).id()).details().title())
        .isEqualTo("routing");
  }

  @Test
  void whatKeepsItsTimeIsInTheWayOfTheOthers() {
    var booked = daily(5, NewSeries.Mode.ALL);
    lab.reservations.cancel(booked.booked().get(3).id(), null, null);
    // The third cannot go there and stays, so the second cannot go to the third's, and so on.
    lab.book(day(3, 0, 2), node("pve1"));

    var edited =
        lab.reservations
            .edits()
            .edit(
                edit(
                    booked.booked().getFirst(),
                    EditScope.ALL,
                    to(day(1, 0, 2)),
                    NewSeries.Mode.SKIP));

    assertThat(windows(booked.series()))
        .containsExactly(day(0, 0, 2), day(1, 0, 2), day(2, 0, 2), day(5, 0, 2));
    assertThat(edited.dates())
        .extracting(Dated::outcome)
        .containsExactly(Outcome.KEPT, Outcome.KEPT, Outcome.KEPT, Outcome.CHANGED);
  }

  @Test
  void anotherRuleCallsOffAndBooksInOneDecision() {
    var booked = daily(4, NewSeries.Mode.ALL);
    var edit =
        edit(
            booked.booked().getFirst(),
            EditScope.ALL,
            ReservationChange.NOTHING,
            "FREQ=DAILY;INTERVAL=2;COUNT=3",
            NewSeries.Mode.ALL);

    var edited = lab.reservations.edits().edit(edit);

    assertThat(windows(edited.series())).containsExactly(day(0, 0, 2), day(2, 0, 2), day(4, 0, 2));
    assertThat(lab.reservations.find(booked.booked().get(1).id()).phase())
        .isEqualTo(Phase.CALLED_OFF);
    assertThat(edited.dates())
        .extracting(Dated::outcome)
        .containsExactly(
            Outcome.KEPT, Outcome.CALLED_OFF, Outcome.KEPT, Outcome.CALLED_OFF, Outcome.ADDED);
  }

  @Test
  void aRunningDateStaysAsItIs() {
    var booked = daily(3, NewSeries.Mode.ALL);
    lab.now = day(0, 1, 1).from();

    lab.reservations
        .edits()
        .edit(
            edit(
                booked.booked().get(1),
                EditScope.ALL,
                to(day(1, 3, 2)).withDetails(details("later")),
                NewSeries.Mode.ALL));

    assertThat(lab.reservations.find(booked.booked().getFirst().id()))
        .satisfies(first -> {
          assertThat(first.window()).isEqualTo(day(0, 0, 2));
          assertThat(first.details().title()).isEqualTo("lab");
          assertThat(first.version()).isEqualTo(1);
        });
  }

  @Test
  void skippedDatesAreTriedAgain() {
    var other = lab.book(day(1, 0, 2), node("pve1"));
    lab.book(day(2, 0, 2), node("pve1"));
    var booked = daily(4, NewSeries.Mode.SKIP);
    lab.reservations.cancel(other.id(), null, null);

    var tried = lab.reservations.edits().retrySkipped(booked.series().id(), 1, r -> {}, by(null));

    assertThat(tried.dates())
        .extracting(Dated::outcome)
        .containsExactly(Outcome.ADDED, Outcome.SKIPPED);
    assertThat(tried.series().skipped())
        .extracting(Series.Skipped::why)
        .containsExactly("node pve1 is taken");
    assertThat(windows(tried.series())).containsExactly(day(0, 0, 2), day(1, 0, 2), day(3, 0, 2));
  }

  @Test
  void anOlderVersionIsRefusedWithWhoChangedIt() {
    var booked = daily(2, NewSeries.Mode.ALL);
    var first = booked.booked().getFirst();
    lab.reservations
        .by("bob")
        .change(first.id(), ReservationChange.NOTHING.withDetails(details("his")), null);

    assertThatExceptionOfType(Refusal.Stale.class)
        .isThrownBy(() ->
            lab.reservations
                .edits()
                .edit(edit(first, EditScope.ALL, to(day(0, 1, 2)), NewSeries.Mode.ALL)))
        .withMessageContaining("was changed by bob on 2026-11-30 09:00 (Europe/Rome)");
  }
}
