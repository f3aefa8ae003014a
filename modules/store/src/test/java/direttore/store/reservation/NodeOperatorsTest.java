package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.share;
import static direttore.store.reservation.ReservationLab.wanted;
import static direttore.store.reservation.RulesTest.ANA;
import static direttore.store.reservation.RulesTest.ana;
import static direttore.store.reservation.RulesTest.approving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AddressRange;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationRights;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is an operator of one node is one of what is claimed of that node alone. */
class NodeOperatorsTest {
  private static final Actor ONE =
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

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    lab.device("sw1", "switch");
    lab.database.client().execute().dml("INSERT INTO resource (kind, name) VALUES ('vlan', '7')");
    var pools = new PgPools(lab.database);
    pools.add(new Pool.Form("here", new NodeName("pve1"), 10, 20));
    pools.add(new Pool.Form("there", new NodeName("pve2"), 10, 20));
    new PgPolicies(lab.database).set(null, approving(true, null, 4));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Phase booked(ClaimRequest... claims) {
    var asked = RuledPeople.of(wanted(hours(1, 1), claims), "one");
    var booked = lab.reservations.ruled(ONE).book(asked, new Submitter(ONE, null, List.of()));
    lab.reservations.cancel(booked.id(), null, null);
    return booked.phase();
  }

  private Reservation asked(ClaimRequest... claims) {
    return lab.reservations.ruled(ANA).book(wanted(hours(1, 1), claims), ana());
  }

  @Test
  void theyGoByNoRulesForTheirNode() {
    assertThat(booked(node("pve1"))).isEqualTo(Phase.BOOKED);
    assertThat(booked(share("pve1", 5), ClaimRequest.pool("here", 1, 0))).isEqualTo(Phase.BOOKED);
  }

  @Test
  void theyGoByThemForWhatIsNotOnTheirNode() {
    for (var besides :
        List.of(
            share("pve2", 1),
            ClaimRequest.device("sw1"),
            ClaimRequest.vlan(7),
            ClaimRequest.pool("there", 1, 0),
            ClaimRequest.addresses(AddressRange.parse("10.20.0.0/28")),
            ClaimRequest.guest(new VmId(104)))) {
      assertThat(booked(share("pve1", 5), besides)).as("%s", besides).isEqualTo(Phase.REQUESTED);
    }
  }

  @Test
  void theyApproveAndChangeWhatIsOnTheirNodeAlone() {
    var theirs = asked(node("pve1"));
    assertThat(ReservationRights.mayApprove(ONE, theirs)).isTrue();
    assertThat(ReservationRights.mayChange(ONE, lab.reservations.find(theirs.id()))).isTrue();
    lab.reservations.cancel(theirs.id(), null, null);
    var more = asked(node("pve1"), ClaimRequest.device("sw1"));

    var approvals = new PgApprovals(lab.database, lab.clock, Consequences.NONE);
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> approvals.approve(more.id(), List.of(), ONE, null, null));
    assertThat(ReservationRights.mayChange(ONE, lab.reservations.find(more.id()))).isFalse();
  }
}
