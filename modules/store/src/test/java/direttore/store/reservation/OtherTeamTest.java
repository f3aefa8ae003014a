package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static direttore.store.reservation.RulesTest.ANA;
import static direttore.store.reservation.RulesTest.actor;
import static direttore.store.reservation.RulesTest.ana;
import static direttore.store.reservation.RulesTest.approving;
import static direttore.store.reservation.RulesTest.counting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.TeamName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.NewSeries;
import direttore.domain.reservation.Occurrence;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.policy.ApprovalRule;
import direttore.domain.reservation.policy.BrokenRule;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.policy.RuleCode;
import direttore.domain.reservation.series.EditScope;
import direttore.domain.reservation.series.SeriesEdit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes that of another team is held against its rules as what is new. */
class OtherTeamTest {
  private static final Actor OF_PVE1 =
      new Actor(
          new UUID(1, 1),
          "one",
          "one",
          List.of(
              Grant.everywhere(Role.USER),
              new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve1")))),
          Set.of(),
          Actor.Via.SESSION);

  private ReservationLab lab;
  private PgPolicies policies;
  private Reservations ruled;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    lab.database.client().execute().dml("INSERT INTO team (name) VALUES ('red'), ('blue')");
    policies = new PgPolicies(lab.database);
    // Red may do as it likes, and blue goes by the rules for all.
    policies.set(RuledPeople.RED, counting(null, null, null));
    ruled = lab.reservations.ruled(ANA);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Reservation booked(@Nullable TeamName team, double length, ClaimRequest claim) {
    var asked = wanted(hours(1, length), claim);
    return ruled.book(team == null ? asked : RuledPeople.in(asked, team), ana());
  }

  private static ReservationChange to(@Nullable TeamName team) {
    var plain = wanted(hours(1, 1));
    var details = (team == null ? plain : RuledPeople.in(plain, team)).details();
    return ReservationChange.NOTHING.withDetails(details);
  }

  private Reservation approve(Reservation one) {
    return new PgApprovals(lab.database, lab.clock, Consequences.NONE)
        .approve(one.id(), List.of(), actor("olga", Role.OPERATOR), null, null);
  }

  @Test
  void itIsApprovedAsTheOtherTeamsRulesSay() {
    policies.set(null, approving(true, null, null));
    var free = booked(RuledPeople.RED, 1, node("pve1"));
    assertThat(free.phase()).isEqualTo(Phase.BOOKED);

    assertThat(ruled.check(free.id(), to(null)).phase()).isEqualTo(Phase.REQUESTED);
    var asked = ruled.change(free.id(), to(null), null);

    assertThat(asked.phase()).isEqualTo(Phase.REQUESTED);
    assertThat(asked.replaces()).isEqualTo(free.id());
    assertThat(lab.reservations.find(free.id())).isEqualTo(free);
    var approved = approve(asked);
    assertThat(approved.id()).isEqualTo(free.id());
    assertThat(approved.details().party().team()).isNull();
    assertThat(lab.reservations.find(free.id()).claims()).isEqualTo(approved.claims());
  }

  private void staysOfItsTeam(Reservation one) {
    for (var team : List.of(RuledPeople.RED, RuledPeople.BLUE)) {
      for (var how :
          List.<Runnable>of(
              () -> ruled.check(one.id(), to(team)),
              () -> ruled.change(one.id(), to(team), null))) {
        assertThatExceptionOfType(Refusal.WrongState.class)
            .isThrownBy(how::run)
            .satisfies(e -> assertThat(e.field()).isEqualTo("team"));
      }
    }
    assertThat(lab.reservations.find(one.id())).isEqualTo(one);
  }

  @Test
  void onlyWhoMayApproveItGivesWhatHasToBeApprovedAnotherTeam() {
    policies.set(null, approving(true, null, null));
    var asked = booked(null, 1, node("pve1"));
    staysOfItsTeam(asked);
    staysOfItsTeam(approve(asked));

    var red = lab.reservations.ruled(OF_PVE1).change(asked.id(), to(RuledPeople.RED), null);

    assertThat(red.details().party().team()).isEqualTo(RuledPeople.RED);
    assertThat(red.phase()).isEqualTo(Phase.BOOKED);
  }

  @Test
  void soDoesWhatWasApprovedAsAChange() {
    policies.set(null, approving(true, null, null));
    var free = booked(RuledPeople.RED, 1, node("pve1"));

    staysOfItsTeam(approve(ruled.change(free.id(), to(null), null)));
  }

  @Test
  void itsTimeIsHeldAgainstThem() {
    policies.set(
        null,
        new Policy(
            60, null, null, 180, null, null, null, null, true, null, null, ApprovalRule.NEVER));
    var free = booked(RuledPeople.RED, 2, share("pve1", 1));

    for (var change : List.of(to(null), to(RuledPeople.BLUE))) {
      assertThatExceptionOfType(Refusal.RuleBroken.class)
          .isThrownBy(() -> ruled.change(free.id(), change, null))
          .satisfies(e ->
              assertThat(e.broken())
                  .extracting(BrokenRule::code)
                  .containsExactly(RuleCode.TOO_LONG, RuleCode.TOO_SOON));
    }
    assertThat(lab.reservations.find(free.id())).isEqualTo(free);
  }

  @Test
  void itCountsAmongWhatGoesByThem() {
    policies.set(null, counting(1, null, null));
    var free = booked(RuledPeople.RED, 1, share("pve1", 1));
    var own = booked(null, 1, share("pve1", 1));

    assertThatExceptionOfType(Refusal.RuleBroken.class)
        .isThrownBy(() -> ruled.change(free.id(), to(null), null))
        .satisfies(e ->
            assertThat(e.broken())
                .extracting(BrokenRule::code)
                .containsExactly(RuleCode.TOO_MANY_OPEN));
    ruled.cancel(own.id(), null, null);
    var after = ruled.change(free.id(), to(null), null);
    assertThat(after.details().party().team()).isNull();
  }

  private Reservation firstOf(@Nullable TeamName team) {
    var asked = wanted(hours(24, 1), node("pve1"));
    var series =
        new NewSeries(
            "FREQ=DAILY;COUNT=2",
            List.of(),
            NewSeries.Mode.ALL,
            Stream.of(24, 48)
                .map(start -> asked.times().at(hours(start, 1)))
                .map(times -> new Occurrence(times.startLocal(), times))
                .toList(),
            null);
    var whose = team == null ? asked : RuledPeople.in(asked, team);
    return ruled.bookSeries(whose, series, ana()).booked().getFirst();
  }

  private SeriesEdit all(Reservation first, ReservationChange change) {
    return new SeriesEdit(
        first.id(),
        EditScope.ALL,
        change,
        null,
        null,
        NewSeries.Mode.ALL,
        null,
        null,
        r -> true,
        "ana");
  }

  @Test
  void datesOfASeriesAreHeldAgainstThemTogether() {
    policies.set(null, approving(true, null, null));
    var free = firstOf(RuledPeople.RED);

    assertThatExceptionOfType(Refusal.Impossible.class)
        .isThrownBy(() -> lab.reservations.edits().ruled(ANA).edit(all(free, to(null))))
        .satisfies(e -> assertThat(e.field()).isEqualTo("scope"));
    assertThat(lab.reservations.find(free.id())).isEqualTo(free);
  }

  @Test
  void datesOfASeriesThatHaveToBeApprovedKeepTheirTeam() {
    policies.set(null, approving(true, null, null));
    var asked = firstOf(null);

    assertThatExceptionOfType(Refusal.WrongState.class)
        .isThrownBy(() -> lab.reservations.edits().ruled(ANA).edit(all(asked, to(RuledPeople.RED))))
        .satisfies(e -> assertThat(e.field()).isEqualTo("team"));
    assertThat(lab.reservations.find(asked.id())).isEqualTo(asked);
  }
}
