package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.NOW;
import static direttore.store.reservation.ReservationLab.ROME;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.TeamName;
import direttore.domain.guest.GuestKind;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.waiting.Wish;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a team had lately counts by the weight that its rules give it. */
class WaitingWeightsTest {
  private static final TeamName RED = new TeamName("red");
  private static final TeamName BLUE = new TeamName("blue");
  private ReservationLab lab;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    lab.database.client().execute().dml("INSERT INTO team (name) VALUES ('red'), ('blue')");
    had(RED, 40, 20);
    had(BLUE, 10, 8);
    lab.book(hours(0, 8), node("pve1"));
    wait(RED);
    wait(BLUE);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static Details details(TeamName team) {
    var party = new Party("somebody of " + team, null, team);
    return new Details("lab", "", party, new Where(GuestKind.QEMU, null, null), false);
  }

  private void had(TeamName team, int ago, int hours) {
    lab.now = NOW.minus(Duration.ofHours(ago));
    var times = new Times(hours(-ago, hours), ROME);
    var booking = NewReservation.booking(details(team), times, List.of(node("pve2")));
    var booked = lab.reservations.book(booking, by(null));
    lab.now = NOW;
    lab.database
        .client()
        .execute()
        .dml("UPDATE reservation SET phase = 'returned' WHERE id = " + booked.id());
  }

  private void wait(TeamName team) {
    lab.now = lab.now.plusSeconds(1);
    lab.waiting.add(
        new Wish(
            details(team),
            List.of(node("pve1")),
            hours(0, 8),
            Duration.ofHours(4),
            ROME,
            AtStart.NOTHING,
            AtEnd.NOTHING),
        by(null));
  }

  private List<TeamName> inTurn() {
    return lab.waiting.standings(each -> true).stream()
        .map(each -> each.entry().party().team())
        .toList();
  }

  @Test
  void twentyHoursOfThreeCountLessThanEightOfOne() {
    assertThat(inTurn()).containsExactly(BLUE, RED);

    new PgPolicies(lab.database).set(RED, Policy.FREE.weighing(3));

    assertThat(inTurn()).containsExactly(RED, BLUE);
  }

  @Test
  void whoHasNoRulesOfTheirOwnWeighsAsAllDo() {
    var policies = new PgPolicies(lab.database);
    policies.set(null, Policy.FREE.weighing(5));
    policies.set(BLUE, Policy.FREE.weighing(1));

    assertThat(inTurn()).containsExactly(RED, BLUE);
    assertThat(policies.general()).hasValue(Policy.FREE.weighing(5));
  }
}
