package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static direttore.store.reservation.RulesTest.ANA;
import static direttore.store.reservation.RulesTest.actor;
import static direttore.store.reservation.RulesTest.ana;
import static direttore.store.reservation.RulesTest.approving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Role;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Status;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.policy.Approval;
import direttore.store.operation.Safe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
  private static final Actor OLGA = actor("olga", Role.OPERATOR);
  private ReservationLab lab;
  private Reservations ruled;
  private PgApprovals approvals;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    new PgPolicies(lab.database).set(null, approving(true, 2, null));
    ruled = lab.reservations.ruled(ANA);
    approvals = new PgApprovals(lab.database, clock(), Consequences.NONE);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ReservationLab.ROME;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return lab.now;
      }
    };
  }

  @AfterEach
  void close() {
    assertThat(lab.overlaps()).isZero();
    assertThat(lab.momentsOverCapacity()).isZero();
    lab.close();
  }

  private Reservation asked(Window window, ClaimRequest... claims) {
    var asked = ruled.book(wanted(window, claims), ana());
    assertThat(asked.phase()).isEqualTo(Phase.REQUESTED);
    return asked;
  }

  /** Booked for her by somebody whom no rules bind. */
  private Reservation booked(Window window, ClaimRequest... claims) {
    return lab.book(window, claims);
  }

  private Reservation moved(Reservation present, Window window) {
    return ruled.change(
        present.id(), ReservationChange.NOTHING.withTimes(present.times().at(window)), null);
  }

  private Reservation approve(Reservation one) {
    return approvals.approve(one.id(), List.of(), OLGA, null, null);
  }

  private Approval approval(Reservation one) {
    return Objects.requireNonNull(approvals.of(List.of(one.id())).get(one.id()));
  }

  private void taken(Window window, ClaimRequest... claims) {
    assertThatExceptionOfType(Refusal.ReservationConflict.class)
        .isThrownBy(() -> lab.book(window, claims));
  }

  @Test
  void aChangeToWhatItIsLeavesTheOneThatWaits() {
    var present = booked(hours(1, 1), node("pve1"));
    var waits = moved(present, hours(3, 1));

    ruled.change(present.id(), ReservationChange.NOTHING.withTimes(present.times()), null);

    assertThat(lab.reservations.find(waits.id()).phase()).isEqualTo(Phase.REQUESTED);
  }

  @Test
  void whatWaitsHoldsWhatItClaimsAndIsBookedAsItIs() {
    var asked = asked(hours(1, 1), node("pve1"));
    taken(hours(1, 1), share("pve1", 1));

    var approved = approvals.approve(asked.id(), List.of(), OLGA, 1, "Enjoy.");

    assertThat(approved.phase()).isEqualTo(Phase.BOOKED);
    assertThat(approved.version()).isEqualTo(2);
    assertThat(approved.sequence()).isEqualTo(1);
    taken(hours(1, 1), share("pve1", 1));
    var approval = approval(asked);
    assertThat(approval.why()).isEqualTo("the whole of node pve1");
    assertThat(approval.by()).isEqualTo(asked.window().from());
    var decision = Objects.requireNonNull(approval.decision());
    assertThat(decision.by()).isEqualTo("olga");
    assertThat(decision.note()).isEqualTo("Enjoy.");
  }

  @Test
  void whatIsRefusedLetsGo() {
    var asked = asked(hours(1, 1), node("pve1"));

    var refused = approvals.refuse(asked.id(), List.of(), OLGA, null, "Exam.");

    assertThat(refused.phase()).isEqualTo(Phase.REFUSED);
    assertThat(refused.status()).isEqualTo(Status.CANCELLED);
    assertThat(refused.reason()).isEqualTo("Exam.");
    booked(hours(1, 1), node("pve1"));
    assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> approve(asked));
  }

  @Test
  void onlyAnotherOperatorDecidesAndOnlyAboutWhatTheySaw() {
    var asked = asked(hours(1, 1), node("pve1"));
    var promoted = actor("ana", Role.ADMIN);

    for (var who : List.of(promoted, actor("bob", Role.USER))) {
      assertThatExceptionOfType(Refusal.Forbidden.class)
          .isThrownBy(() -> approvals.approve(asked.id(), List.of(), who, null, null));
    }
    assertThatExceptionOfType(Refusal.Stale.class)
        .isThrownBy(() -> approvals.approve(asked.id(), List.of(), OLGA, 2, null));
    // Handed to somebody else, it is still hers who asked.
    var bobs = RuledPeople.of(wanted(hours(1, 1)), "bob").details();
    lab.reservations.change(asked.id(), ReservationChange.NOTHING.withDetails(bobs), null);
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> approvals.approve(asked.id(), List.of(), promoted, null, null));
    assertThat(lab.reservations.find(asked.id()).phase()).isEqualTo(Phase.REQUESTED);
  }

  @Test
  void aMoveThatWaitsLeavesTheOldOneWhereItIs() {
    var present = booked(hours(1, 2), node("pve1"));

    var asked = moved(present, hours(2, 2));

    assertThat(asked.id()).isNotEqualTo(present.id());
    assertThat(asked.replaces()).isEqualTo(present.id());
    assertThat(asked.phase()).isEqualTo(Phase.REQUESTED);
    assertThat(asked.window()).isEqualTo(hours(2, 2));
    var read = lab.reservations.find(asked.id());
    assertThat(read.claims()).hasSize(1);
    assertThat(read.claims().getFirst().during()).isEqualTo(hours(2, 2));
    assertThat(lab.reservations.find(present.id())).isEqualTo(present);
    taken(hours(1, 1), node("pve1"));
    taken(hours(2, 1), share("pve1", 1));
    taken(hours(3, 1), share("pve1", 1));
    booked(hours(4, 1), node("pve1"));

    var after = approve(asked);

    assertThat(after.id()).isEqualTo(present.id());
    assertThat(after.uid()).isEqualTo(present.uid());
    assertThat(after.window()).isEqualTo(hours(2, 2));
    assertThat(after.phase()).isEqualTo(Phase.BOOKED);
    assertThat(lab.reservations.find(after.id()).claims()).isEqualTo(after.claims());
    assertThat(lab.reservations.find(asked.id()).phase()).isEqualTo(Phase.CALLED_OFF);
    taken(hours(3, 1), share("pve1", 1));
    booked(hours(1, 1), node("pve1"));
  }

  @Test
  void tellsThatAMoveWasApproved() {
    var present = booked(hours(1, 2), node("pve1"));

    approve(moved(present, hours(2, 2)));

    var told = "SELECT count(*) AS n FROM notice WHERE reservation = %d AND actor = 'olga'";
    assertThat(lab.count(told.formatted(present.id()))).isOne();
  }

  @Test
  void aMoveThatIsRefusedLeavesNothingBehind() {
    var present = booked(hours(1, 2), node("pve1"));
    var asked = moved(present, hours(2, 2));

    approvals.refuse(asked.id(), List.of(), OLGA, null, "No.");

    assertThat(lab.reservations.find(present.id())).isEqualTo(present);
    booked(hours(3, 1), node("pve1"));
  }

  @Test
  void sharesHoldTheMoreOfBothAndNoSumIsOver() {
    var present = booked(hours(1, 2), share("pve1", 10));
    var change =
        ReservationChange.NOTHING
            .withTimes(present.times().at(hours(2, 3)))
            .withClaims(List.of(share("pve1", 14)));

    var asked = ruled.change(present.id(), change, null);

    assertThat(asked.phase()).isEqualTo(Phase.REQUESTED);
    booked(hours(1, 1), share("pve1", 6));
    taken(hours(2, 1), share("pve1", 3));
    booked(hours(2, 1), share("pve1", 2));
    booked(hours(3, 2), share("pve1", 2));
    assertThat(lab.momentsOverCapacity()).isZero();
    assertThat(Objects.requireNonNull(approve(asked).claims().getFirst().share()).cores())
        .isEqualTo(14);
  }

  @Test
  void theWholeOfWhatItHasAShareOfIsBookedAnew() {
    var present = booked(hours(1, 1), share("pve1", 4));
    var change = ReservationChange.NOTHING.withClaims(List.of(node("pve1")));

    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> ruled.change(present.id(), change, null))
        .satisfies(e -> assertThat(e.field()).isEqualTo("claims"));
    assertThat(lab.reservations.find(present.id())).isEqualTo(present);
  }

  @Test
  void aLaterChangeAndTheEndTakeAChangeBack() {
    var present = booked(hours(1, 2), node("pve1"));
    var first = moved(present, hours(2, 2));
    var second = moved(present, hours(5, 2));

    assertThat(lab.reservations.find(first.id()).phase()).isEqualTo(Phase.CALLED_OFF);
    booked(hours(3, 1), node("pve1"));
    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> moved(second, hours(8, 2)));
    ruled.cancel(present.id(), null, null);
    assertThat(lab.reservations.find(second.id()).phase()).isEqualTo(Phase.CALLED_OFF);
    booked(hours(5, 2), node("pve1"));
  }

  @Test
  void aDryRunLooksPastTheChangeThatWaits() {
    var present = booked(hours(1, 2), node("pve1"));
    var asked = moved(present, hours(2, 2));
    var again = ReservationChange.NOTHING.withTimes(present.times().at(hours(3, 2)));

    var tried = ruled.check(present.id(), again);

    assertThat(tried.phase()).isEqualTo(Phase.REQUESTED);
    assertThat(lab.reservations.find(asked.id()).phase()).isEqualTo(Phase.REQUESTED);
  }

  @Test
  void shrinkingNeedsNoApproval() {
    var present = booked(hours(1, 5), node("pve1"));

    assertThat(moved(present, hours(2, 3)).id()).isEqualTo(present.id());
  }

  @Test
  void theOneThatIsUnderWayGoesOnOnceItsExtensionIsApproved() {
    var present = booked(hours(1, 2), share("pve1", 1));
    lab.now = NOW.plusSeconds(2 * 3600);
    var asked = moved(present, hours(1, 4));

    assertThat(asked.phase()).isEqualTo(Phase.REQUESTED);
    assertThat(approval(asked).by()).isEqualTo(present.window().to());
    assertThat(approve(asked).window()).isEqualTo(hours(1, 4));
  }

  @Test
  void whatNobodyApprovesLapsesByItsBell() {
    lab.now = Instant.now().minusSeconds(3 * 3600);
    var start = lab.now.plusSeconds(3600);
    var asked = asked(Window.of(start, Duration.ofHours(4)), node("pve1"));
    var lives = new PgLives(lab.database, new Safe(new byte[32]), clock());

    assertThat(lives.ring(Set.of())).containsExactly(asked.id());

    var lapsed = lab.reservations.find(asked.id());
    assertThat(lapsed.phase()).isEqualTo(Phase.LAPSED);
    assertThat(lapsed.status()).isEqualTo(Status.CANCELLED);
    assertThat(lapsed.sequence()).isEqualTo(1);
    assertThat(lab.count("SELECT count(*) AS n FROM claim WHERE holding")).isZero();
    assertThat(lab.count("SELECT count(*) AS n FROM bell WHERE rung IS NULL")).isZero();
  }

  @Test
  void ofSeveralThoseAreApprovedThatStillMayBe() {
    var late = asked(hours(1, 1), node("pve1"));
    var one = asked(hours(5, 1), node("pve1"));
    var other = asked(hours(9, 1), node("pve1"));
    lab.now = NOW.plusSeconds(3600);

    approvals.approve(one.id(), List.of(late.id(), other.id()), OLGA, null, null);

    assertThat(lab.reservations.find(other.id()).phase()).isEqualTo(Phase.BOOKED);
    assertThat(lab.reservations.find(late.id())).isEqualTo(late);
    assertThat(approval(late).decision()).isNull();
    assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> approve(late));
  }

  @Test
  void twoWhoDecideAtOnceDecideOnce() throws Exception {
    var asked = asked(hours(1, 1), node("pve1"));
    var outcomes =
        RulesStorm.all(
            16,
            i -> {
              try {
                return (i % 2 == 0
                        ? approve(asked)
                        : approvals.refuse(asked.id(), List.of(), OLGA, null, "No."))
                    .phase()
                    .wire();
              } catch (Refusal.WrongState e) {
                return "late";
              }
            });

    assertThat(outcomes).filteredOn(each -> !each.equals("late")).hasSize(1);
  }
}
