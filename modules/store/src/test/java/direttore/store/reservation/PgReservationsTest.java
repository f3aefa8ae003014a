package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.details;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.GuestsWanted;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Slot;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PgReservationsTest extends JudgedBookings {
  @Test
  void whatIsBookedReadsAsItWasAsked() {
    lab.device("sw1", "switch");
    var asked =
        new NewReservation(
            ReservationKind.BOOKING,
            new Details("BGP", "two\nlines", details("x").party(), where("pve1"), true),
            new Times(hours(1, 2), ROME),
            new Margins(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(1)),
            Phase.BOOKED,
            AtStart.NOTHING,
            AtEnd.DESTROY,
            List.of(share("pve1", 4), any(ResourceKind.DEVICE, 1, "switch")),
            List.of(new GuestsWanted(GuestKind.QEMU, "pc-{n}", 3, new NodeName("pve1"), "{}")));

    var booked = lab.reservations.book(asked, by(null));
    var read = lab.reservations.find(booked.id());

    assertThat(read).isEqualTo(booked);
    assertThat(read.details()).isEqualTo(asked.details());
    assertThat(read.times()).isEqualTo(asked.times());
    assertThat(read.margins()).isEqualTo(asked.margins());
    assertThat(read.guests()).isEqualTo(asked.guests());
    assertThat(read.requests()).isEqualTo(asked.claims());
    assertThat(read.claims())
        .extracting(c -> c.resource().name(), Claim::whole, Claim::during)
        .containsExactly(tuple("pve1", false, asked.holds()), tuple("sw1", true, asked.holds()));
    assertThat(read.status()).isEqualTo(Status.PENDING);
  }

  private static Where where(String node) {
    return new Where(GuestKind.LXC, new NodeName(node), new VmId(104));
  }

  @Test
  void backToBackIsNoConflictAndASecondMoreIs() {
    lab.book(hours(1, 2), node("pve1"));
    lab.book(hours(3, 1), node("pve1"));

    refused(new Window(NOW.plusSeconds(1800), NOW.plusSeconds(3601)), node("pve1"));
  }

  private Refusal.ReservationConflict refused(Window window, ClaimRequest... claims) {
    try {
      lab.book(window, claims);
    } catch (Refusal.ReservationConflict e) {
      return e;
    }
    throw new AssertionError("%s was booked".formatted(window));
  }

  @Test
  void aConflictNamesWhatIsInTheWayAndThreeThatAreFree() {
    var first = lab.book(hours(1, 2), node("pve1"));

    var refusal = refused(hours(2, 2), node("pve1"));

    assertThat(refusal.getMessage())
        .isEqualTo("node pve1 is taken from 2026-11-30 10:00 to 2026-11-30 12:00");
    var conflict = refusal.conflicts().getFirst();
    assertThat(requireNonNull(conflict.by()).reservation()).isEqualTo(first.id());
    assertThat(conflict.during()).isEqualTo(first.window());
    assertThat(conflict.asked()).isEqualTo(hours(2, 2));
    assertThat(conflict.why()).isEqualTo(Conflict.Why.TAKEN);
    assertThat(refusal.nextFree()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(refusal.nextFree().getFirst())
        .extracting(Slot::window, Slot::sameTime, s -> s.claims().getFirst().resource().name())
        .containsExactly(hours(2, 2), true, "pve2");
    assertThat(refusal.nextFree())
        .filteredOn(slot -> !slot.sameTime())
        .extracting(Slot::window)
        .startsWith(hours(3, 2));
    for (var slot : refusal.nextFree()) {
      assertThat(
              lab.reservations.check(
                  wanted(slot.window(), node(slot.claims().getFirst().resource().name()))))
          .isNotEmpty();
    }
  }

  @Test
  void sharesFillANodeAndNoMore() {
    lab.book(hours(1, 2), share("pve1", 10));
    lab.book(hours(1, 4), share("pve1", 6));

    var refusal = refused(hours(2, 2), share("pve1", 1));
    assertThat(refusal.conflicts().getFirst().why()).isEqualTo(Conflict.Why.CAPACITY);
    assertThat(requireNonNull(refusal.conflicts().getFirst().free()).cores()).isZero();
    lab.book(hours(3, 1), share("pve1", 10));
    refused(hours(4, 2), node("pve1"));
    lab.book(hours(5, 1), node("pve1"));
    refused(hours(5.5, 1), share("pve1", 1));
  }

  @Test
  void whatStandsThereAlreadyIsNotPromisedAgain() {
    lab.resources.keep(
        ClusterName.MAIN,
        List.of(new Resources.NodeUse("pve1", 16, 65536, Amount.of(6, 0, 0))),
        new Overcommit(1, 1));

    lab.book(hours(1, 1), share("pve1", 10));
    refused(hours(1, 1), share("pve1", 1));
    assertThat(refused(hours(1, 1), node("pve2")).conflicts().getFirst().why())
        .isEqualTo(Conflict.Why.OUT_OF_SERVICE);
  }

  @Test
  void anyOfChoosesSoThatAllGetSomething() {
    lab.device("sw1", "switch", "junos");
    lab.device("sw2", "switch");
    var booked =
        lab.book(
            hours(1, 1),
            any(ResourceKind.DEVICE, 1, "switch"),
            any(ResourceKind.DEVICE, 1, "junos"));

    assertThat(booked.claims()).extracting(c -> c.resource().name()).containsExactly("sw2", "sw1");
    refused(hours(1.5, 1), any(ResourceKind.DEVICE, 1, "switch"));
    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> lab.book(hours(1, 1), any(ResourceKind.DEVICE, 3, "switch")))
        .satisfies(e -> assertThat(e.field()).isEqualTo("claims[0]"));
  }

  @Test
  void whatItHasIsDecidedEvenWhereItIsNoMoreWhatWasAskedFor() {
    var first = lab.device("sw1", "lab");
    var second = lab.device("sw2", "lab");
    var booked = lab.book(hours(1, 1), any(ResourceKind.DEVICE, 1, "lab"));
    lab.book(hours(2, 1), ClaimRequest.device("sw1"));
    var untagged = new ResourceChange(new TreeSet<>(), null, null, null);
    lab.change(first, untagged);

    var longer =
        lab.reservations.change(
            booked.id(),
            ReservationChange.NOTHING.withTimes(booked.times().at(hours(1, 1.5))),
            null);

    assertThat(longer.claims()).extracting(c -> c.resource().name()).containsExactly("sw2");
    assertThat(lab.overlaps()).isZero();
    lab.change(second, untagged);
    var renamed =
        lab.reservations.change(
            booked.id(), ReservationChange.NOTHING.withDetails(details("other")), null);
    assertThat(renamed.claims()).isEqualTo(longer.claims());
  }

  @Test
  void aReasonIsShort() {
    var booked = lab.book(hours(1, 1), node("pve1"));

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> lab.reservations.cancel(booked.id(), null, "x".repeat(501)))
        .satisfies(e -> assertThat(e.field()).isEqualTo("reason"));
  }

  @Test
  void aGuestBecomesAResourceWhenItIsClaimed() {
    var guest = ClaimRequest.guest(new VmId(104));

    lab.book(hours(1, 1), guest);

    refused(hours(1, 1), guest);
    assertThat(lab.resources.all(Set.of(ResourceKind.GUEST)))
        .extracting(Resource::name)
        .containsExactly("104");
  }

  @Test
  void aMoveIsDecidedAndLeavesTheOldPlaceOnlyWhenItSucceeds() {
    var first = lab.book(hours(1, 2), node("pve1"));
    var second = lab.book(hours(4, 2), node("pve1"));

    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> move(second, hours(2, 2)));
    assertThat(lab.reservations.find(second.id())).isEqualTo(second);
    var moved = move(second, hours(5, 2));
    assertThat(moved.version()).isEqualTo(2);
    assertThat(moved.sequence()).isEqualTo(1);
    assertThat(moved.claims().getFirst().during()).isEqualTo(hours(5, 2));
    lab.book(hours(4, 1), node("pve1"));
    assertThat(first.version()).isEqualTo(1);
  }

  private Reservation move(Reservation one, Window to) {
    return lab.reservations.change(
        one.id(), ReservationChange.NOTHING.withTimes(one.times().at(to)), null);
  }

  @Test
  void aChangeToWhatItIsLeavesItsVersion() {
    var booked = lab.book(hours(1, 1), node("pve1"));
    var nothing = ReservationChange.NOTHING;

    for (var change :
        List.of(
            nothing,
            nothing.withDetails(booked.details()).withTimes(booked.times()),
            nothing.withClaims(booked.requests()).withMargins(booked.margins()),
            nothing.withAtStart(booked.atStart()).withAtEnd(booked.atEnd()))) {
      assertThat(lab.reservations.check(booked.id(), change)).isEqualTo(booked);
      assertThat(lab.reservations.change(booked.id(), change, 1)).isEqualTo(booked);
    }
    assertThat(lab.reservations.find(booked.id())).isEqualTo(booked);
  }

  @Test
  void aStaleVersionChangesNothing() {
    var one = lab.book(hours(1, 2), node("pve1"));
    move(one, hours(2, 2));

    assertThatExceptionOfType(Refusal.Stale.class)
        .isThrownBy(() ->
            lab.reservations.change(
                one.id(), ReservationChange.NOTHING.withDetails(details("x")), 1))
        .satisfies(e -> assertThat(e.version()).isEqualTo(2));
  }

  @Test
  void whatIsCalledOffKeepsNobodyOut() {
    var one = lab.book(hours(1, 2), node("pve1"));

    var cancelled = lab.reservations.cancel(one.id(), null, "rain");

    assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
    assertThat(cancelled.phase()).isEqualTo(Phase.CALLED_OFF);
    assertThat(cancelled.reason()).isEqualTo("rain");
    assertThat(lab.reservations.cancel(one.id(), null, null)).isEqualTo(cancelled);
    lab.book(hours(1, 2), node("pve1"));
    assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> move(one, hours(9, 1)));
  }

  @Test
  void severalAreCalledOffAsOne() {
    var one = lab.book(hours(1, 1), node("pve1"));
    var other = lab.book(hours(3, 1), node("pve1"));

    assertThatExceptionOfType(Refusal.Stale.class)
        .isThrownBy(() -> lab.reservations.cancel(other.id(), List.of(one.id()), 7, null));
    assertThat(lab.reservations.find(one.id())).isEqualTo(one);
    var cancelled = lab.reservations.cancel(other.id(), List.of(one.id()), 1, null);

    assertThat(cancelled.id()).isEqualTo(other.id());
    assertThat(cancelled.phase()).isEqualTo(Phase.CALLED_OFF);
    assertThat(lab.reservations.find(one.id()).phase()).isEqualTo(Phase.CALLED_OFF);
  }

  @Test
  void whatIsGivenBackIsFreeFromNowOn() {
    var one = lab.book(hours(0, 4), node("pve1"));
    lab.now = NOW.plusSeconds(3600);

    var back = lab.reservations.giveBack(one.id(), null);

    assertThat(back.status()).isEqualTo(Status.COMPLETED);
    assertThat(back.window()).isEqualTo(hours(0, 1));
    lab.book(hours(1, 2), node("pve1"));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> lab.reservations.giveBack(one.id(), null));
  }

  @Test
  void theSameKeyMakesOneReservation() {
    var wanted = wanted(hours(1, 1), node("pve1"));
    var first = lab.reservations.book(wanted, by("k", "a"));

    assertThat(lab.reservations.book(wanted, by("k", "a"))).isEqualTo(first);
    assertThatExceptionOfType(Refusal.KeyReused.class)
        .isThrownBy(() -> lab.reservations.book(wanted, by("k", "b")));
  }

  @Test
  void outOfServiceIsRefusedUntilItIsExpectedBack() {
    var device = lab.device("sw1", "switch");
    lab.change(device, new ResourceChange(null, null, "broken fan", NOW.plus(Duration.ofDays(1))));

    assertThat(refused(hours(1, 1), ClaimRequest.device("sw1")).getMessage())
        .isEqualTo("device sw1 is out of service");
    lab.book(hours(24, 1), ClaimRequest.device("sw1"));
    lab.change(device, new ResourceChange(null, null, "", null));
    lab.book(hours(1, 1), ClaimRequest.device("sw1"));
  }

  @Test
  void pagesFollowTheStartAndHideWhatOthersMayNotRead() {
    var second = lab.book(hours(2, 1), node("pve1"));
    var first = lab.book(hours(1, 1), node("pve1"));
    var cancelled = lab.book(hours(3, 1), node("pve1"));
    lab.reservations.cancel(cancelled.id(), null, null);
    var all = ReservationFilter.in(hours(0, 24), Actor.ANYBODY);

    assertThat(lab.reservations.page(all).reservations())
        .extracting(Reservation::id)
        .containsExactly(first.id(), second.id());
    assertThat(lab.reservations.page(words("LAB", Actor.ANYBODY)).total()).isEqualTo(2);
    assertThat(lab.reservations.page(words("nothing", Actor.ANYBODY)).total()).isZero();
  }

  @Test
  void whoAsksForAPhaseFindsWhatWasCancelledToo() {
    var cancelled = lab.book(hours(3, 1), node("pve1"));
    lab.reservations.cancel(cancelled.id(), null, null);
    var calledOff =
        new ReservationFilter(
            null,
            null,
            null,
            null,
            Set.of(),
            Set.of(Phase.CALLED_OFF),
            Set.of(),
            false,
            null,
            null,
            null,
            Actor.ANYBODY,
            null,
            1);

    assertThat(lab.reservations.page(calledOff).reservations())
        .extracting(Reservation::id)
        .containsExactly(cancelled.id());
  }

  @Test
  void whereNobodySignsInAllOfThatNameIsTheirs() {
    var there = wanted(hours(1, 1), node("pve1"));
    var whose = new Party(Actor.ANYBODY.name(), null, null);
    var details = new Details("lab", "", whose, there.details().where(), false);
    var booked =
        lab.reservations.book(
            NewReservation.booking(details, there.times(), there.claims()), by(null));
    lab.book(hours(2, 1), node("pve1"));

    assertThat(lab.reservations.page(mine(Actor.ANYBODY)).reservations())
        .extracting(Reservation::id)
        .containsExactly(booked.id());
    assertThat(lab.reservations.page(mine(RulesTest.ANA)).reservations()).isEmpty();
  }

  private static ReservationFilter mine(Actor viewer) {
    return new ReservationFilter(
        null, null, null, null, Set.of(), Set.of(), Set.of(), true, null, null, null, viewer, null,
        10);
  }

  private static ReservationFilter words(String words, Actor viewer) {
    return new ReservationFilter(
        null, null, null, null, Set.of(), Set.of(), Set.of(), false, null, words, null, viewer,
        null, 1);
  }

  @Test
  void timesThatLieBehindAreRefused() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> lab.book(hours(-3, 1), node("pve1")))
        .satisfies(e -> assertThat(e.field()).isEqualTo("start_dt"));
  }
}
