package direttore.domain.reservation.series;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Series;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import direttore.domain.reservation.series.SeriesPlan.Added;
import direttore.domain.reservation.series.SeriesPlan.Kept;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mondays in March 2027 from 9 to 11, of which the 8th is left out. */
class SeriesEditorTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Instant NOW = Instant.parse("2027-02-01T00:00:00Z");
  private static final List<String> STARTS =
      List.of("2027-03-01T09:00", "2027-03-15T09:00", "2027-03-22T09:00");

  private final List<Reservation> dates = new ArrayList<>();
  private List<Series.Skipped> skipped = List.of();

  SeriesEditorTest() {
    STARTS.forEach(start -> dates.add(date(dates.size() + 1, start, start, Phase.BOOKED)));
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }

  private static Times times(String start, int hours) {
    return Times.local(at(start), at(start).plusHours(hours), ROME);
  }

  private static Details titled(String title) {
    return new Details(
        title, "", new Party("ana", null, null), new Where(GuestKind.QEMU, null, null), false);
  }

  private static Reservation date(long id, String known, String start, Phase phase) {
    var draft = NewReservation.booking(titled("lab"), times(start, 2), List.of()).draft("uid", NOW);
    var of = new Reservation.InSeries(7, "", at(known), 1);
    return new Reservation(
        id,
        "uid",
        draft.kind(),
        draft.details(),
        draft.times(),
        draft.status(),
        phase,
        1,
        0,
        draft.margins(),
        draft.atStart(),
        draft.atEnd(),
        List.of(),
        null,
        of,
        List.of(),
        null,
        NOW,
        NOW,
        null);
  }

  private SeriesPlan plan(
      long id,
      EditScope scope,
      ReservationChange change,
      @Nullable String rule,
      @Nullable Set<LocalDateTime> except) {
    var series =
        new Series(
            7,
            "uid",
            "FREQ=WEEKLY;COUNT=4",
            ROME,
            at("2027-03-01T09:00"),
            at("2027-03-01T11:00"),
            List.of(at("2027-03-08T09:00")),
            NewSeries.Mode.SKIP,
            skipped,
            1,
            null);
    var parsed = rule == null ? null : RecurrenceRule.parse(rule, ROME);
    var edit =
        new SeriesEdit(
            id, scope, change, parsed, except, NewSeries.Mode.ALL, null, null, r -> true, "ana");
    return new SeriesEditor(series, dates, edit, NOW).plan();
  }

  private static ReservationChange to(String start, int hours) {
    return ReservationChange.NOTHING.withTimes(times(start, hours));
  }

  private static List<String> known(SeriesPlan plan) {
    return plan.kept().stream().map(each -> each.occurrence().toString()).toList();
  }

  private static @Nullable Times timesOf(SeriesPlan plan, int index) {
    return plan.kept().get(index).change().times();
  }

  @Test
  void laterBecomesASeriesOfItsOwnAndTheOldOneEnds() {
    var plan = plan(2, EditScope.LATER, to("2027-03-16T14:00", 1), null, null);

    assertThat(plan.head()).isNotNull();
    assertThat(requireNonNull(plan.head()).recurrence().rule()).hasToString("FREQ=WEEKLY;COUNT=2");
    assertThat(requireNonNull(plan.head()).recurrence().starts())
        .containsExactly(at("2027-03-01T09:00"));
    assertThat(plan.shape().recurrence().starts())
        .containsExactly(at("2027-03-16T14:00"), at("2027-03-23T14:00"));
    assertThat(known(plan)).containsExactly("2027-03-16T14:00", "2027-03-23T14:00");
    assertThat(timesOf(plan, 1)).isEqualTo(times("2027-03-23T14:00", 1));
  }

  @Test
  void laterFromTheFirstIsAll() {
    var plan = plan(1, EditScope.LATER, to("2027-03-01T10:00", 2), null, null);

    assertThat(plan.head()).isNull();
    assertThat(plan.kept()).hasSize(3);
    assertThat(plan.shape().recurrence().except()).containsExactly(at("2027-03-08T10:00"));
  }

  @Test
  void aTimeIsMovedByTheClockOnTheWall() {
    dates.add(date(4, "2027-03-29T09:00", "2027-03-29T09:00", Phase.BOOKED));

    var plan = plan(1, EditScope.ALL, to("2027-03-01T11:00", 2), null, null);

    // Summer time begins on the 28th.
    assertThat(timesOf(plan, 2)).isEqualTo(times("2027-03-22T11:00", 2));
    assertThat(requireNonNull(plan.kept().get(2).change().times()).window().from())
        .isEqualTo("2027-03-22T10:00:00Z");
  }

  @Test
  void whatHasBegunStaysAndTheRestIsSplitFromIt() {
    dates.set(0, date(1, "2027-03-01T09:00", "2027-03-01T09:00", Phase.RUNNING));

    var plan = plan(3, EditScope.ALL, to("2027-03-22T10:00", 2), null, null);

    assertThat(plan.head()).isNotNull();
    assertThat(plan.kept()).extracting(each -> each.before().id()).containsExactly(2L, 3L);
    assertThat(plan.left()).isEmpty();
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> plan(1, EditScope.ALL, to("2027-03-01T10:00", 2), null, null));
  }

  @Test
  void aRunningDateIsNeverDropped() {
    // It was moved before the others, and runs.
    dates.set(2, date(3, "2027-03-22T09:00", "2027-02-20T09:00", Phase.RUNNING));

    var plan = plan(1, EditScope.ALL, ReservationChange.NOTHING, "FREQ=WEEKLY;COUNT=3", null);

    assertThat(plan.dropped()).isEmpty();
    assertThat(plan.left()).extracting(Reservation::id).containsExactly(3L);
  }

  @Test
  void aDateMovedByHandKeepsItsTimeAndIsKnownAnew() {
    dates.set(2, date(3, "2027-03-22T09:00", "2027-03-24T20:00", Phase.BOOKED));
    var change = to("2027-03-01T10:00", 2).withDetails(titled("routing"));

    var plan = plan(1, EditScope.ALL, change, null, null);

    assertThat(plan.kept().get(2).occurrence()).isEqualTo(at("2027-03-22T10:00"));
    assertThat(timesOf(plan, 2)).isNull();
    assertThat(plan.kept().get(2).change().details()).isEqualTo(titled("routing"));
  }

  @Test
  void onlyWhatIsSaidReachesTheOthers() {
    var own = dates.get(1);
    dates.set(
        1,
        new Reservation(
            own.id(),
            own.uid(),
            own.kind(),
            titled("exam"),
            own.times(),
            own.status(),
            own.phase(),
            1,
            0,
            own.margins(),
            own.atStart(),
            own.atEnd(),
            List.of(),
            null,
            own.series(),
            List.of(),
            null,
            NOW,
            NOW,
            null));
    var before = titled("lab");
    var hidden = new Details(before.title(), before.notes(), before.party(), before.where(), true);

    var plan = plan(1, EditScope.ALL, ReservationChange.NOTHING.withDetails(hidden), null, null);

    var changed = requireNonNull(plan.kept().get(1).change().details());
    assertThat(changed.title()).isEqualTo("exam");
    assertThat(changed.hidden()).isTrue();
    assertThat(plan.head()).isNull();
  }

  @Test
  void anotherRuleDropsAndAddsAndKeepsTheRest() {
    var plan =
        plan(
            2, EditScope.LATER, ReservationChange.NOTHING, "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3", null);

    assertThat(known(plan)).containsExactly("2027-03-15T09:00", "2027-03-22T09:00");
    assertThat(plan.added()).extracting(Added::occurrence).containsExactly(at("2027-03-18T09:00"));
    var shorter = plan(2, EditScope.LATER, ReservationChange.NOTHING, "FREQ=WEEKLY;COUNT=1", null);
    assertThat(shorter.dropped()).extracting(Reservation::id).containsExactly(3L);
  }

  @Test
  void theCountOfAllCountsWhatHasBegun() {
    dates.set(0, date(1, "2027-03-01T09:00", "2027-03-01T09:00", Phase.RETURNED));

    var plan = plan(2, EditScope.ALL, ReservationChange.NOTHING, "FREQ=WEEKLY;COUNT=5", null);

    assertThat(plan.shape().recurrence().starts())
        .containsExactly(at("2027-03-15T09:00"), at("2027-03-22T09:00"), at("2027-03-29T09:00"));
  }

  @Test
  void exceptionsAreAddedAndTakenBack() {
    var plan =
        plan(1, EditScope.ALL, ReservationChange.NOTHING, null, Set.of(at("2027-03-15T09:00")));

    assertThat(plan.dropped()).extracting(Reservation::id).containsExactly(2L);
    assertThat(plan.added()).extracting(Added::occurrence).containsExactly(at("2027-03-08T09:00"));
  }

  @Test
  void whatWasSkippedIsTriedAgainOnlyWhereTheEditDecides() {
    dates.remove(1);
    skipped = List.of(new Series.Skipped(at("2027-03-15T09:00"), "node pve1 is taken", "taken"));

    var moved = plan(1, EditScope.ALL, to("2027-03-01T10:00", 2), null, null);
    var named =
        plan(1, EditScope.ALL, ReservationChange.NOTHING.withDetails(titled("x")), null, null);

    assertThat(moved.added()).extracting(Added::again).containsExactly(true);
    assertThat(named.added()).isEmpty();
    assertThat(named.shape().skipped()).isEqualTo(skipped);
  }

  @Test
  void whatWasSkippedBeforeADateStaysWithTheOldSeries() {
    dates.remove(0);
    skipped = List.of(new Series.Skipped(at("2027-03-01T09:00"), "node pve1 is taken", "taken"));

    var plan = plan(2, EditScope.LATER, to("2027-03-15T10:00", 2), null, null);
    var all = plan(2, EditScope.ALL, to("2027-03-15T10:00", 2), null, null);

    assertThat(plan.head()).isNotNull();
    assertThat(requireNonNull(plan.head()).skipped()).isEqualTo(skipped);
    assertThat(plan.added()).isEmpty();
    assertThat(all.added()).extracting(Added::occurrence).containsExactly(at("2027-03-01T10:00"));
  }

  @Test
  void whatTheClocksSkipSaysSo() {
    var night =
        plan(
            1,
            EditScope.ALL,
            ReservationChange.NOTHING.withTimes(
                Times.local(at("2027-03-01T02:30"), at("2027-03-01T03:00"), ROME)),
            "FREQ=DAILY;COUNT=29",
            null);

    assertThat(night.shape().skipped())
        .containsExactly(Series.Skipped.byClock(at("2027-03-28T02:30")));
  }

  @Test
  void refusesAMoveThatNoRuleSaysAndARuleWithoutTheFirstDate() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() ->
            plan(
                2,
                EditScope.LATER,
                ReservationChange.NOTHING,
                "FREQ=WEEKLY;BYDAY=TU;COUNT=2",
                null))
        .satisfies(e -> assertThat(e.field()).isEqualTo("rule"));
  }

  @Test
  void aCancelledDateStaysCancelledWhereverTheSeriesGoes() {
    dates.set(1, date(2, "2027-03-15T09:00", "2027-03-15T09:00", Phase.CALLED_OFF));

    var plan = plan(1, EditScope.ALL, to("2027-03-01T10:00", 2), null, null);

    assertThat(plan.added()).isEmpty();
    assertThat(plan.kept()).filteredOn(Kept::open).hasSize(2);
    assertThat(known(plan)).contains("2027-03-15T10:00");
  }
}
