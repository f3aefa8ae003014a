package direttore.store.reservation;

import static direttore.store.quota.QuotaLab.holder;
import static direttore.store.quota.QuotaLab.red;
import static direttore.store.reservation.LimitsLab.RED;
import static direttore.store.reservation.ReservationLab.hours;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Person;
import direttore.domain.access.TeamName;
import direttore.domain.quota.Quota;
import direttore.domain.quota.Use;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Conflict;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationFilter;
import direttore.domain.reservation.Window;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much people and teams may have, decided with what they book. */
class LimitsTest {
  private final LimitsLab lab = new LimitsLab();
  private final Person ana = lab.people.ana;
  private final Person ben = lab.people.ben;

  @AfterEach
  void close() {
    lab.close();
  }

  private static Refusal.ReservationConflict refused(ThrowingCallable booking) {
    return catchThrowableOfType(Refusal.ReservationConflict.class, booking);
  }

  @Test
  void guestsClaimOfTheirPersonAndTheirTeam() {
    var booked = lab.book(ana, RED, hours(1, 2), 3);

    assertThat(booked.claims())
        .extracting(claim -> claim.resource().toString())
        .containsExactly("person ana", "team red");
    assertThat(booked.claims())
        .extracting(Claim::share)
        .allSatisfy(share -> {
          assertThat(share.cores()).isEqualTo(3);
          assertThat(share.memory()).isEqualTo(3 * 1024);
          assertThat(share.lxc()).isEqualTo(3);
        });
  }

  @Test
  void aTeamGetsNoMoreThanItsQuotaAtAnyMoment() {
    lab.people.bound(red(), null, 4L);
    lab.book(ana, RED, hours(1, 2), 3);

    var refusal = refused(() -> lab.book(ben, RED, hours(2, 2), 2));

    var conflict = refusal.conflicts().getFirst();
    assertThat(conflict.why()).isEqualTo(Conflict.Why.CAPACITY);
    assertThat(conflict.resource().toString()).isEqualTo("team red");
    assertThat(conflict.by()).isNull();
    assertThat(requireNonNull(conflict.free()).cores()).isEqualTo(1);
    assertThat(requireNonNull(conflict.free()).memory()).isNull();
    assertThat(refusal.nextFree()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(refusal.nextFree().getFirst().window().from()).isEqualTo(hours(3, 2).from());
    assertThat(lab.book(ben, RED, hours(2, 2), 1).id()).isPositive();
    assertThat(lab.book(ben, RED, hours(3, 2), 3).id()).isPositive();
  }

  @Test
  void guestsAreCountedWhateverTheirKind() {
    lab.people.bound(holder(ana), 2L, null);

    assertThat(refused(() -> lab.book(ana, null, hours(1, 1), 3)).conflicts().getFirst().free())
        .satisfies(free -> assertThat(free.guests()).isEqualTo(2));
    assertThat(lab.book(ana, null, hours(1, 1), 2).id()).isPositive();
  }

  @Test
  void whatStandsOutsideReservationsCountsBesideWhatIsBooked() {
    lab.people.bound(holder(ana), null, 4L);
    lab.people.order(ana, 3);

    assertThat(refused(() -> lab.book(ana, null, hours(1, 1), 2)).conflicts()).hasSize(1);
    assertThat(lab.book(ana, null, hours(1, 1), 1).id()).isPositive();
    assertThatExceptionOfType(Refusal.OverQuota.class)
        .isThrownBy(() -> lab.people.order(ana, 1))
        .withMessage(
            "Your quota is 4 cores: you use 3, reservations have 1, and this guest needs 1.");
    assertThat(lab.people.quotas.of(holder(ana)).booked()).isEqualTo(new Use(1, 1, 1024, 8L << 30));
  }

  @Test
  void whoeverHasNoQuotaIsNotBoundUntilThereIsOne() {
    lab.book(ana, null, hours(1, 1), 12);
    lab.people.quotas.setForEverybody(new Quota(null, 12L, null, null));

    assertThat(refused(() -> lab.book(ana, null, hours(1.5, 1), 1)).conflicts()).hasSize(1);
    assertThat(lab.book(ana, null, hours(2, 1), 12).id()).isPositive();
  }

  @Test
  void whatIsCalledOffIsFreeAgain() {
    lab.people.bound(holder(ana), null, 2L);
    var one = lab.book(ana, null, hours(1, 1), 2);

    lab.lab.reservations.cancel(one.id(), null, null);

    assertThat(lab.book(ana, null, hours(1, 1), 2).id()).isPositive();
    assertThat(lab.people.order(ben, 1).id()).isNotNull();
  }

  @Test
  void aMoveIsDecidedAsABookingIs() {
    lab.people.bound(holder(ana), null, 2L);
    lab.book(ana, null, hours(1, 1), 2);
    var later = lab.book(ana, null, hours(3, 1), 1);

    assertThat(refused(() -> move(later, hours(1.5, 1))).conflicts()).hasSize(1);
    assertThat(move(later, hours(2, 1)).window()).isEqualTo(hours(2, 1));
  }

  private Reservation move(Reservation one, Window to) {
    return lab.lab.reservations.change(
        one.id(), ReservationChange.NOTHING.withTimes(one.times().at(to)), null);
  }

  @Test
  void whoeverGetsItHasEnoughForIt() {
    lab.people.bound(holder(ben), null, 1L);
    var one = lab.book(ana, null, hours(1, 1), 2);

    assertThat(refused(() -> give(one, ben, null)).conflicts().getFirst().resource().toString())
        .isEqualTo("person ben");
    lab.people.quotas.set(holder(ben), null);
    assertThat(give(one, ben, RED).claims())
        .extracting(claim -> claim.resource().toString())
        .containsExactly("person ben", "team red");
  }

  private Reservation give(Reservation one, Person person, @Nullable TeamName team) {
    var details = one.details();
    return lab.lab.reservations.change(
        one.id(),
        ReservationChange.NOTHING.withDetails(
            new Details(
                details.title(),
                details.notes(),
                new Party(person.name().value(), person.id(), team),
                details.where(),
                details.hidden())),
        null);
  }

  @Test
  void otherClaimsDoNotReplaceThoseOfItsGuests() {
    lab.people.bound(holder(ana), null, 2L);
    var one = lab.book(ana, null, hours(1, 1), 2);

    var changed =
        lab.lab.reservations.change(
            one.id(),
            ReservationChange.NOTHING.withClaims(List.of(ReservationLab.share("pve2", 1))),
            null);

    assertThat(changed.claims())
        .extracting(claim -> claim.resource().toString())
        .containsExactlyInAnyOrder("node pve2", "person ana");
  }

  @Test
  void guestsThatStayCountFromThenOn() {
    lab.people.bound(holder(ana), null, 2L);
    var staying = LimitsLab.wanted(ana, null, hours(1, 1), 2, AtEnd.STOP);
    var booked = lab.lab.reservations.book(staying, LimitsLab.by(ana));

    assertThat(refused(() -> lab.book(ana, null, hours(100, 1), 1)).conflicts()).hasSize(1);
    lab.lab.reservations.cancel(booked.id(), null, null);
    lab.book(ana, null, hours(100, 1), 1);
    assertThat(refused(() -> lab.lab.reservations.book(staying, LimitsLab.by(ana))).conflicts())
        .hasSize(1);
  }

  @Test
  void whoLooksForSomebodysShareFindsNothingPrivate() {
    var wanted = LimitsLab.wanted(ana, null, hours(1, 1), 1, AtEnd.DESTROY);
    var details = wanted.details();
    var hidden = new Details(details.title(), "", details.party(), details.where(), true);
    var booked = lab.book(ana, null, hours(4, 1), 1);
    var exam =
        lab.lab.reservations.change(
            booked.id(), ReservationChange.NOTHING.withDetails(hidden), null);
    var share = exam.claims().getFirst().resource().id();

    assertThat(lab.lab.reservations.page(having(share, ben)).total()).isZero();
    assertThat(lab.lab.reservations.page(having(share, ana)).total()).isEqualTo(1);
    var open = lab.book(ana, null, hours(6, 1), 1);
    assertThat(lab.lab.reservations.page(having(share, ben)).reservations())
        .extracting(Reservation::id)
        .containsExactly(open.id());
  }

  private static ReservationFilter having(int resource, Person viewer) {
    return new ReservationFilter(
        null,
        null,
        null,
        resource,
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        null,
        null,
        null,
        viewer.actor(Actor.Via.SESSION),
        null,
        10);
  }
}
