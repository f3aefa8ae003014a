package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import direttore.domain.reservation.series.EditScope;
import direttore.domain.reservation.series.SeriesEdit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is offered instead of a series can be had on each of its dates. */
class SeriesInsteadTest {
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final ClaimRequest ANY_NODE =
      new ClaimRequest.AnyOf(ResourceKind.NODE, new TreeSet<>(), null, 1);

  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /** How a body that says so is understood. */
  private static NewSeries repeated(
      String rule, Window first, NewSeries.Mode mode, LocalDate... without) {
    var times = new Times(first, ROME);
    var recurrence =
        new Recurrence(
            RecurrenceRule.parse(rule, ROME),
            new LocalWindow(times.startLocal(), times.endLocal(), ROME),
            Arrays.stream(without)
                .map(day -> day.atTime(times.startLocal().toLocalTime()))
                .collect(Collectors.toSet()));
    return new NewSeries(
        recurrence.rule().toString(),
        List.copyOf(recurrence.except()),
        mode,
        recurrence.occurrences().stream()
            .map(each ->
                new Occurrence(each.start(), Times.local(each.start(), each.end(), each.zone())))
            .toList(),
        null);
  }

  private Refusal.ReservationConflict refused(
      Reservations reservations,
      String rule,
      NewSeries.Mode mode,
      Window first,
      ClaimRequest claim,
      LocalDate... without) {
    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () ->
                reservations.bookSeries(
                    wanted(first, claim), repeated(rule, first, mode, without), by(null)));
    for (var slot : refusal.nextFree()) {
      var again = wanted(slot.window(), slot.requests().getFirst());
      assertThat(reservations.checkSeries(again, repeated(rule, slot.window(), mode, without)))
          .isEmpty();
    }
    return refusal;
  }

  private List<Tuple> offered(
      String rule, NewSeries.Mode mode, Window first, LocalDate... without) {
    return offered(refused(lab.reservations, rule, mode, first, node("pve1"), without));
  }

  private static List<Tuple> offered(Refusal.ReservationConflict refusal) {
    return refusal.nextFree().stream()
        .map(slot -> tuple(slot.claims().getFirst().resource().name(), slot.window()))
        .toList();
  }

  @Test
  void aTimeOfDayIsFreeOnEachDate() {
    lab.book(hours(1, 1), node("pve1"));
    lab.book(hours(DAY + 3, 2), node("pve1"));
    lab.book(hours(2 * DAY + 8, 1), node("pve1"));

    assertThat(offered("FREQ=DAILY;COUNT=3", NewSeries.Mode.ALL, hours(1, 2)))
        .containsExactly(
            tuple("pve1", hours(5, 2)), tuple("pve1", hours(9, 2)), tuple("pve1", hours(11, 2)));
  }

  @Test
  void anotherNodeIsFreeOnEachDate() {
    lab.nodes("pve1", "pve2", "pve3");
    lab.book(hours(1, 1), node("pve1"));
    lab.book(hours(2 * DAY + 2, 1), node("pve2"));

    assertThat(offered("FREQ=DAILY;COUNT=3", NewSeries.Mode.ALL, hours(1, 2)))
        .containsExactly(
            tuple("pve3", hours(1, 2)), tuple("pve1", hours(2, 2)), tuple("pve1", hours(4, 2)));
  }

  @Test
  void whereADayIsTakenItBeginsOnALaterDayThatTheRuleAllows() {
    lab.book(hours(WEEK - 9, DAY), node("pve1"));

    assertThat(offered("FREQ=WEEKLY;BYDAY=MO;COUNT=3", NewSeries.Mode.ALL, hours(1, 2)))
        .containsExactly(
            tuple("pve1", hours(2 * WEEK + 1, 2)),
            tuple("pve1", hours(2 * WEEK + 3, 2)),
            tuple("pve1", hours(2 * WEEK + 5, 2)));
  }

  @Test
  void whatIsLeftOutStaysSoOnItsDay() {
    lab.book(hours(2 * WEEK + 1, 1), node("pve1"));
    lab.book(hours(WEEK - 9, DAY), node("pve1"));

    assertThat(
            offered(
                "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
                NewSeries.Mode.ALL,
                hours(1, 2),
                LocalDate.of(2026, 12, 7)))
        .startsWith(tuple("pve1", hours(2, 2)), tuple("pve1", hours(4, 2)));
  }

  @Test
  void noneOfItsDatesWouldBeSkipped() {
    lab.book(hours(1, 1), node("pve1"));
    lab.book(hours(DAY + 1, 5), node("pve1"));

    assertThat(offered("FREQ=DAILY;COUNT=2", NewSeries.Mode.SKIP, hours(1, 2)))
        .containsExactly(
            tuple("pve1", hours(6, 2)), tuple("pve1", hours(8, 2)), tuple("pve1", hours(10, 2)));
  }

  @Test
  void oneDeviceThatIsAlikeIsFreeOnEachDate() {
    lab.device("sw1", "switch");
    lab.device("sw2", "switch");
    lab.device("sw3", "switch");
    lab.book(hours(1, 1), device("sw1"));
    lab.book(hours(DAY + 1, 1), device("sw2"));

    var refusal =
        refused(
            lab.reservations, "FREQ=DAILY;COUNT=2", NewSeries.Mode.ALL, hours(1, 2), device("sw1"));

    assertThat(offered(refusal)).startsWith(tuple("sw3", hours(1, 2)), tuple("sw1", hours(2, 2)));
  }

  /** Two nodes are taken; two hours later another one is free on one date than on the next. */
  private void takeTurns(int first, int next) {
    lab.nodes("pve1", "pve2");
    lab.book(hours(first, 4), node("pve1"));
    lab.book(hours(first, 2), node("pve2"));
    lab.book(hours(next + 2, 2), node("pve2"));
  }

  @Test
  void ofAnyNoneIsNamedThatIsNotFreeOnEachDate() {
    takeTurns(1, DAY + 1);

    var refusal =
        refused(lab.reservations, "FREQ=DAILY;COUNT=2", NewSeries.Mode.ALL, hours(1, 2), ANY_NODE);

    assertThat(refusal.nextFree())
        .first()
        .isEqualTo(new Slot(hours(3, 2), List.of(ANY_NODE), List.of(), false));
  }

  private static ClaimRequest device(String name) {
    return new ClaimRequest.Named(ResourceKind.DEVICE, name, null);
  }

  @Test
  void theRulesLetThemHaveEachDate() {
    new PgPolicies(lab.database)
        .set(
            null,
            new Policy(
                null,
                null,
                16,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                ApprovalRule.NEVER));
    lab.reservations.book(
        RuledPeople.of(wanted(hours(WEEK - 9, DAY), node("pve1")), "ben"), by(null));
    var ana =
        new Actor(
            new UUID(1, 1),
            "ana",
            "ana",
            List.of(Grant.everywhere(Role.USER)),
            Set.of(),
            Actor.Via.SESSION);

    var refusal =
        refused(
            lab.reservations.ruled(ana),
            "FREQ=WEEKLY;COUNT=2",
            NewSeries.Mode.ALL,
            hours(1, 2),
            node("pve1"));

    assertThat(offered(refusal))
        .containsExactly(
            tuple("pve1", hours(DAY + 1, 2)),
            tuple("pve1", hours(DAY + 3, 2)),
            tuple("pve1", hours(DAY + 5, 2)));
  }

  @Test
  void aSeriesCanBeMovedToWhatIsOffered() {
    var first = hours(DAY, 2);
    var booked =
        lab.reservations.bookSeries(
            wanted(first, node("pve1")),
            repeated("FREQ=DAILY;COUNT=3", first, NewSeries.Mode.ALL),
            by(null));
    lab.book(hours(2 * DAY + 4, 1), node("pve1"));
    lab.book(hours(3 * DAY + 6, 1), node("pve1"));
    var at = booked.booked().getFirst();
    var edits = lab.reservations.edits();

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class, () -> edits.edit(moved(at.id(), hours(DAY + 3, 2))));

    assertThat(refusal.nextFree())
        .extracting(Slot::window)
        .containsExactly(hours(DAY + 7, 2), hours(DAY + 9, 2), hours(DAY + 11, 2));
    for (var slot : refusal.nextFree()) {
      assertThat(edits.edit(moved(at.id(), slot.window())).dates()).hasSize(3);
    }
  }

  @Test
  void noNodeIsOfferedToASeriesThatNotEachDateWouldHave() {
    var first = hours(DAY, 2);
    lab.nodes("pve1", "pve2");
    var booked =
        lab.reservations.bookSeries(
            wanted(first, ANY_NODE),
            repeated("FREQ=DAILY;COUNT=2", first, NewSeries.Mode.ALL),
            by(null));
    takeTurns(DAY + 3, 2 * DAY + 3);
    var at = booked.booked().getFirst();

    var refusal =
        catchThrowableOfType(
            Refusal.ReservationConflict.class,
            () -> lab.reservations.edits().edit(moved(at.id(), hours(DAY + 3, 2))));

    assertThat(refusal.nextFree())
        .first()
        .isEqualTo(new Slot(hours(DAY + 5, 2), List.of(ANY_NODE), List.of(), false));
  }

  private static SeriesEdit moved(long id, Window window) {
    return new SeriesEdit(
        id,
        EditScope.ALL,
        ReservationChange.NOTHING.withTimes(new Times(window, ROME)),
        null,
        null,
        NewSeries.Mode.ALL,
        null,
        null,
        each -> true,
        "ana");
  }
}
