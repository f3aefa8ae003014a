package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
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
  void theSameIsOfferedLaterBesideWhatIsFreeNow() {
    lab.nodes("pve1", "pve2");
    lab.book(hours(0, 6 * WEEK), node("pve1"));

    assertThat(instead(lab.reservations, hours(1, 2), node("pve1")))
        .extracting(
            slot -> slot.claims().getFirst().resource().name(), Slot::window, Slot::sameTime)
        .containsExactly(
            tuple("pve2", hours(1, 2), true),
            tuple("pve2", hours(3, 2), false),
            tuple("pve1", hours(6 * WEEK, 2), false));
  }

  @Test
  void whatHasBegunIsOfferedNothingThatBeginsLater() {
    lab.nodes("pve1", "pve2");
    var running = lab.book(hours(0, 3), node("pve1"));
    lab.book(hours(3, 1), node("pve1"));
    lab.now = NOW.plusSeconds(3600);
    var longer = ReservationChange.NOTHING.withTimes(running.times().at(hours(0, 4)));

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.reservations.change(running.id(), longer, null))
        .satisfies(
            e -> assertThat(e.nextFree()).extracting(Slot::window).containsExactly(hours(0, 4)));
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

  private void policy(
      @Nullable Integer longest,
      @Nullable Integer horizon,
      @Nullable Integer notice,
      @Nullable Integer pause) {
    var policy =
        new Policy(
            longest,
            null,
            horizon,
            notice,
            null,
            null,
            pause,
            null,
            true,
            null,
            null,
            ApprovalRule.NEVER);
    new PgPolicies(lab.database).set(null, policy);
  }

  private static Actor ana(Grant... grants) {
    return new Actor(new UUID(1, 1), "ana", "ana", List.of(grants), Set.of(), Actor.Via.SESSION);
  }

  private static Grant on(Role role, String node) {
    return new Grant(role, new Scope.OnNode(new NodeName(node)));
  }

  private List<Tuple> offered(Actor actor, Window window, String node) {
    return instead(lab.reservations.ruled(actor), window, node(node)).stream()
        .map(slot -> tuple(slot.window(), slot.claims().getFirst().resource().name()))
        .toList();
  }

  private void others(Window window, String node) {
    lab.reservations.book(RuledPeople.of(wanted(window, node(node)), "ben"), by(null));
  }

  @Test
  void nothingIsOfferedThatIsTooFarAhead() {
    policy(null, 45, null, null);
    others(hours(0, 6 * WEEK), "pve1");

    assertThat(offered(ana(Grant.everywhere(Role.USER)), hours(1, 2 * DAY), "pve1"))
        .containsExactly(
            tuple(hours(42 * DAY, 2 * DAY), "pve1"), tuple(hours(44 * DAY, 2 * DAY), "pve1"));
    assertThat(offered(ana(on(Role.OPERATOR, "pve1")), hours(1, 2 * DAY), "pve1")).hasSize(3);
  }

  @Test
  void whatIsOfferedLeavesThePauseThatTheRulesAskFor() {
    policy(null, null, null, 150);
    others(hours(0, 4), "pve1");
    var own = wanted(hours(6, 1), node("pve1"));
    lab.reservations.book(own, by(null));

    assertThat(offered(ana(Grant.everywhere(Role.USER)), hours(1, 1), "pve1"))
        .containsExactly(
            tuple(hours(9.5, 1), "pve1"),
            tuple(hours(10.5, 1), "pve1"),
            tuple(hours(11.5, 1), "pve1"));
  }

  @Test
  void anotherNodeIsOfferedToThoseAloneWhoMayBookIt() {
    lab.nodes("pve1", "pve2", "pve3");
    others(hours(0, 4), "pve1");

    assertThat(offered(ana(on(Role.USER, "pve1"), on(Role.USER, "pve3")), hours(1, 1), "pve1"))
        .containsExactly(
            tuple(hours(1, 1), "pve3"), tuple(hours(4, 1), "pve1"), tuple(hours(5, 1), "pve1"));
    assertThat(offered(ana(on(Role.USER, "pve1")), hours(1, 1), "pve1"))
        .containsExactly(
            tuple(hours(4, 1), "pve1"), tuple(hours(5, 1), "pve1"), tuple(hours(6, 1), "pve1"));
  }

  @Test
  void whoOperatesOneNodeIsOfferedAnotherByTheRules() {
    lab.nodes("pve1", "pve2");
    others(hours(0, 4), "pve1");
    var operator = ana(on(Role.OPERATOR, "pve1"), Grant.everywhere(Role.USER));

    policy(60, null, null, null);
    assertThat(offered(operator, hours(1, 2), "pve1"))
        .containsExactly(
            tuple(hours(4, 2), "pve1"), tuple(hours(6, 2), "pve1"), tuple(hours(8, 2), "pve1"));
    policy(null, null, 300, null);
    others(hours(4, 52 * WEEK), "pve1");
    assertThat(offered(operator, hours(1, 2), "pve1"))
        .containsExactly(
            tuple(hours(5.25, 2), "pve2"),
            tuple(hours(7.25, 2), "pve2"),
            tuple(hours(52 * WEEK + 4, 2), "pve1"));
  }
}
