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
import static direttore.store.reservation.RulesTest.ANA;
import static direttore.store.reservation.RulesTest.ana;
import static direttore.store.reservation.RulesTest.approving;
import static direttore.store.reservation.RulesTest.counting;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.Refusal;
import direttore.domain.access.Role;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.BrokenRule;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.policy.RuleCode;
import direttore.domain.reservation.waiting.Offers;
import direttore.domain.reservation.waiting.WaitingEntry;
import direttore.domain.reservation.waiting.Wish;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits gets no more than they may book. */
class WaitingRulesTest {
  private ReservationLab lab;
  private PgPolicies policies;
  private Reservations ruled;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    policies = new PgPolicies(lab.database);
    ruled = lab.reservations.ruled(ANA);
  }

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    assertThat(lab.momentsOverCapacity()).isZero();
    lab.close();
  }

  private static Policy times(
      @Nullable Integer longest, @Nullable Integer horizon, @Nullable Integer notice) {
    return new Policy(
        longest,
        null,
        horizon,
        notice,
        null,
        null,
        null,
        null,
        true,
        null,
        null,
        ApprovalRule.NEVER);
  }

  private WaitingEntry wait(Submitter by, Window between, double length, ClaimRequest... claims) {
    lab.now = lab.now.plusSeconds(1);
    return lab.waiting.add(
        new Wish(
            details("lab"),
            List.of(claims),
            between,
            Duration.ofMinutes((long) (length * 60)),
            ROME,
            AtStart.NOTHING,
            AtEnd.NOTHING),
        by);
  }

  private WaitingEntry wait(Window between, double length, ClaimRequest... claims) {
    return wait(ana(), between, length, claims);
  }

  private static void breaks(Runnable work, RuleCode code, @Nullable String field) {
    assertThatExceptionOfType(Refusal.RuleBroken.class)
        .isThrownBy(work::run)
        .satisfies(e ->
            assertThat(e.broken())
                .extracting(BrokenRule::code, BrokenRule::field)
                .containsExactly(tuple(code, field)));
  }

  @Test
  void aWishIsHeldAgainstTheRulesAsABookingIs() {
    policies.set(null, times(60, 2, 120));

    breaks(() -> wait(hours(3, 8), 2, node("pve1")), RuleCode.TOO_LONG, "minutes");
    breaks(() -> wait(hours(49, 8), 1, node("pve1")), RuleCode.TOO_FAR, "from");
    breaks(() -> wait(hours(0, 2.5), 1, node("pve1")), RuleCode.TOO_SOON, "until");
    wait(hours(0, 4), 1, node("pve1"));
    policies.set(null, counting(1, null, null));
    ruled.book(wanted(hours(20, 1), share("pve1", 1)), ana());
    breaks(() -> wait(hours(1, 8), 1, node("pve1")), RuleCode.TOO_MANY_OPEN, null);
  }

  @Test
  void anOfferLiesWhereTheRulesLetItBegin() {
    policies.set(null, times(null, 1, 180));
    lab.book(hours(4, 30), node("pve2"));
    wait(hours(0, 12), 1, node("pve1"));
    wait(hours(0, 40), 1, node("pve2"));

    assertThat(lab.serve()).extracting(Reservation::window).containsExactly(hours(3 + 5 / 60.0, 1));
    lab.now = NOW.plusSeconds(10 * 3600 + 60);
    assertThat(lab.serve()).extracting(Reservation::window).containsExactly(hours(34, 1));
  }

  @Test
  void whoHasEnoughIsNeitherOfferedMoreNorPassedOver() {
    var first = wait(hours(1, 8), 2, node("pve1"));
    var other = ruled.book(wanted(hours(20, 1), share("pve2", 1)), ana());
    policies.set(null, counting(1, null, null));

    assertThat(lab.serve()).isEmpty();
    var standing = lab.waiting.standings(e -> true).getFirst();
    assertThat(standing.likely()).isNull();
    assertThat(standing.heldBack())
        .isEqualTo("You may have 1 reservation to come or under way at once.");
    wait(by(null), hours(1, 4), 4, node("pve1"));
    var small = lab.serve();
    assertThat(small).hasSize(1);
    assertThat(lab.waiting.find(first.id()).passed()).isZero();

    ruled.cancel(other.id(), null, null);
    lab.reservations.cancel(small.getFirst().id(), null, "Exam.");
    assertThat(lab.serve()).hasSize(1);
  }

  @Test
  void anOfferCountsUntilItIsAnswered() {
    policies.set(null, counting(1, null, null));
    wait(hours(1, 8), 2, node("pve1"));
    var offer = lab.serve().getFirst();

    assertThatExceptionOfType(Refusal.RuleBroken.class)
        .isThrownBy(() -> ruled.book(wanted(hours(20, 1), share("pve2", 1)), ana()));
    assertThat(ruled.change(offer.id(), Offers.ACCEPTED, null).phase()).isEqualTo(Phase.BOOKED);
  }

  @Test
  void whatIsAcceptedIsHeldAgainstTheRulesOnceMore() {
    wait(hours(1, 8), 2, node("pve1"));
    ruled.book(wanted(hours(20, 1), share("pve2", 1)), ana());
    var offer = lab.serve().getFirst();
    policies.set(null, counting(1, null, null));

    breaks(() -> ruled.change(offer.id(), Offers.ACCEPTED, null), RuleCode.TOO_MANY_OPEN, null);

    assertThat(lab.reservations.find(offer.id()).phase()).isEqualTo(Phase.OFFERED);
  }

  @Test
  void aPauseIsLeftBetweenTwoOfTheSame() {
    policies.set(null, counting(null, null, 60));
    ruled.book(wanted(hours(1, 2), share("pve1", 1)), ana());

    wait(hours(1, 8), 1, share("pve1", 1));

    assertThat(lab.serve()).extracting(Reservation::window).containsExactly(hours(4, 1));
  }

  @Test
  void whatHasToBeApprovedWaitsForThatOnceItIsAccepted() {
    policies.set(null, approving(true, null, null));
    wait(hours(1, 8), 2, node("pve1"));
    var offer = lab.serve().getFirst();
    assertThat(offer.phase()).isEqualTo(Phase.OFFERED);
    assertThat(lab.count("SELECT count(*) AS n FROM reservation_approval")).isZero();

    var accepted = ruled.change(offer.id(), Offers.ACCEPTED, null);

    assertThat(accepted.phase()).isEqualTo(Phase.REQUESTED);
    assertThat(accepted.id()).isEqualTo(offer.id());
    assertThat(lab.count("SELECT count(*) AS n FROM bell WHERE what = 'approve_by'")).isEqualTo(1);
    assertThat(lab.serve()).isEmpty();
    assertThat(lab.waiting.standings(e -> true)).isEmpty();
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(offer.window(), share("pve1", 1)));
    var olga = RulesTest.actor("olga", Role.OPERATOR);
    var approvals = new PgApprovals(lab.database, lab.clock, Consequences.NONE);
    assertThat(approvals.approve(offer.id(), List.of(), olga, null, null).phase())
        .isEqualTo(Phase.BOOKED);
  }

  @Test
  void operatorsGoByNoneAsWhenTheyBook() {
    policies.set(null, times(60, 2, 120));
    var olga = RulesTest.actor("olga", Role.OPERATOR);

    wait(new Submitter(olga, null, List.of()), hours(1, 8), 4, node("pve1"));

    assertThat(lab.serve()).extracting(Reservation::window).containsExactly(hours(1, 4));
  }

  @Test
  void anOfferIsAnsweredOnceAndNotChanged() {
    wait(hours(1, 8), 2, node("pve1"));
    var offer = lab.serve().getFirst();

    var moved = ReservationChange.NOTHING.withTimes(offer.times().at(hours(5, 2)));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> ruled.change(offer.id(), moved, null));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> ruled.check(offer.id(), moved));
    ruled.change(offer.id(), Offers.ACCEPTED, null);
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> ruled.change(offer.id(), Offers.ACCEPTED, null));
  }

  @Test
  void anOfferThatIsOverIsNotAcceptedEvenIfNoBellHasRung() {
    wait(hours(1, 8), 2, node("pve1"));
    var offer = lab.serve().getFirst();
    lab.now = lab.now.plus(Duration.ofMinutes(15));

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> ruled.change(offer.id(), Offers.ACCEPTED, null));
  }

  @Test
  void whatIsKeptForThoseBeforeIsNotChosen() {
    lab.device("sw1", "switch");
    lab.device("sw2", "switch");
    lab.book(hours(4, 4), ClaimRequest.device("sw1"));
    wait(by(null), hours(0, 8), 6, ClaimRequest.device("sw1"));
    lab.database.client().execute().dml("UPDATE waiting SET passed = 3");

    wait(hours(0, 8), 1, any(ResourceKind.DEVICE, 1, "switch"));

    assertThat(lab.serve())
        .flatExtracting(Reservation::claims)
        .extracting(claim -> claim.resource().name())
        .containsExactly("sw2");
  }

  @Test
  void addressesAreOfferedOnceNoneOfThemIsTaken() {
    var taken = lab.book(hours(0, 8), range("10.20.0.0/28"));
    var ana = wait(hours(1, 4), 2, range("10.20.0.10-10.20.0.20"));
    var behind = wait(by(null), hours(1, 4), 1, range("10.20.0.12"));

    assertThat(lab.serve()).isEmpty();
    assertThat(lab.waiting.standings(e -> e.id() == behind.id()).getFirst().place()).isEqualTo(2);
    lab.reservations.cancel(taken.id(), null, null);

    // Nobody has two offers of the same, and some of the addresses are.
    assertThat(lab.serve()).hasSize(1);
    var offer = requireNonNull(lab.waiting.find(ana.id()).offer());
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(offer.window(), range("10.20.0.20")));
  }

  private static ClaimRequest range(String text) {
    return ClaimRequest.addresses(AddressRange.parse(text));
  }
}
