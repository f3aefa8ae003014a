package direttore.store.reservation;

import static direttore.store.reservation.ReservationLab.any;
import static direttore.store.reservation.ReservationLab.by;
import static direttore.store.reservation.ReservationLab.hours;
import static direttore.store.reservation.ReservationLab.node;
import static direttore.store.reservation.ReservationLab.wanted;
import static direttore.store.reservation.RulesTest.ANA;
import static direttore.store.reservation.RulesTest.actor;
import static direttore.store.reservation.RulesTest.ana;
import static direttore.store.reservation.RulesTest.approving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.access.Actor;
import direttore.domain.access.Role;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.NewBlackout;
import direttore.domain.reservation.NewBlackout.Overlap;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.ResourceChange;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Where;
import direttore.domain.reservation.history.HistoryEntry;
import direttore.domain.reservation.history.HistoryKind;
import direttore.domain.reservation.policy.Policy;
import direttore.domain.reservation.waiting.Wish;
import direttore.store.Row;
import direttore.store.operation.Safe;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of a reservation names who did what became of it, and the program nowhere. */
class WhoDidItTest {
  private static final Actor OLGA = actor("olga", Role.OPERATOR);
  private ReservationLab lab;
  private Reservations ruled;
  private PgApprovals approvals;

  @BeforeEach
  void open() {
    lab = new ReservationLab().nodes("pve1", "pve2");
    ruled = lab.reservations.ruled(ANA);
    approvals = new PgApprovals(lab.database, lab.clock, new NoticeConsequences());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private List<HistoryEntry> history(Reservation of) {
    return new PgHistory(lab.database).of(of.id(), Long.MAX_VALUE, 50).entries();
  }

  private List<Tuple> who(Reservation of) {
    return history(of).stream()
        .map(each -> tuple(each.kind(), each.by(), each.askedBy(), each.reason()))
        .toList();
  }

  private Tuple latest(Reservation of) {
    return who(of).getFirst();
  }

  private static Tuple did(HistoryKind kind, String name, @Nullable String reason) {
    return tuple(kind, name, null, reason);
  }

  /** A move that somebody has to approve, after the first booking was. */
  private Reservation move(Reservation present) {
    var times = present.times().at(hours(5, 1));
    return ruled.change(present.id(), ReservationChange.NOTHING.withTimes(times), null);
  }

  private Reservation approved(@Nullable String note) {
    new PgPolicies(lab.database).set(null, approving(true, 2, null));
    var asked = ruled.book(wanted(hours(1, 1), node("pve1")), ana());
    return approvals.approve(asked.id(), List.of(), OLGA, null, note);
  }

  @Test
  void whoeverTakesAMoveBackThatWaits() {
    var moved = move(approved(null));

    lab.reservations.by("ana").cancel(moved.id(), null, "Not needed.");

    assertThat(latest(moved)).isEqualTo(did(HistoryKind.CANCELLED, "ana", "Not needed."));
  }

  @Test
  void whoeverEndsWhatAMoveThatWaitsWasFor() {
    var present = approved(null);
    var moved = move(present);

    lab.reservations.by("olga").cancel(present.id(), null, null);

    assertThat(history(moved).getFirst().by()).isEqualTo("olga");
  }

  @Test
  void whoeverAskedForAMoveAndWhatWasSaidWithTheYes() {
    var present = approved("Be quick.");
    var moved = move(present);

    approvals.approve(moved.id(), List.of(), OLGA, null, "The afternoon is free.");

    assertThat(latest(present))
        .isEqualTo(tuple(HistoryKind.MOVED, "olga", "ana", "The afternoon is free."));
    assertThat(toldLast(present)).isEqualTo("The afternoon is free.");
  }

  @Test
  void ofTheSecondYesWhatWasSaidWithItAlone() {
    var present = approved("Fine.");
    approvals.approve(move(present).id(), List.of(), OLGA, null, "Fine.");
    assertThat(latest(present)).isEqualTo(tuple(HistoryKind.MOVED, "olga", "ana", "Fine."));

    var back = ruled.find(present.id()).times().at(hours(1, 1));
    var again = ruled.change(present.id(), ReservationChange.NOTHING.withTimes(back), null);
    approvals.approve(again.id(), List.of(), OLGA, null, null);

    assertThat(latest(present)).isEqualTo(tuple(HistoryKind.MOVED, "olga", "ana", null));
    assertThat(toldLast(present)).isEmpty();
  }

  private String toldLast(Reservation of) {
    return lab.database
        .client()
        .execute()
        .get(
            "SELECT coalesce(reason, '') AS reason FROM notice WHERE kind = 'change_approved' AND reservation = "
                + of.id()
                + " ORDER BY id DESC LIMIT 1")
        .map(row -> new Row(row).text("reason"))
        .orElseThrow();
  }

  @Test
  void whoeverSaidNoToAMove() {
    var present = approved(null);
    var moved = move(present);
    lab.database.client().execute().dml("DELETE FROM event_pending");

    approvals.refuse(moved.id(), List.of(), OLGA, null, "Exam week.");

    assertThat(
            lab.count(
                "SELECT count(*) AS n FROM event_pending WHERE type = 'reservation'"
                    + " AND subject = '%d'".formatted(present.id())))
        .isOne();
    assertThat(latest(present))
        .isEqualTo(tuple(HistoryKind.CHANGE_REFUSED, "olga", "ana", "Exam week."));
    assertThat(latest(moved)).isEqualTo(did(HistoryKind.REFUSED, "olga", "Exam week."));
  }

  @Test
  void nobodyWhereAMoveWaitedForTooLong() {
    var present = approved(null);
    var moved = move(present);
    lab.database.client().execute().dml("UPDATE bell SET due = now() - interval '1 minute'");

    var lives = new PgLives(lab.database, new Safe(new byte[32]), lab.clock);
    assertThat(lives.ring(Set.of())).containsExactly(moved.id());

    assertThat(latest(present))
        .isEqualTo(tuple(HistoryKind.CHANGE_LAPSED, null, "ana", "Nobody approved it in time."));
  }

  @Test
  void whoeverTookWhatItHasOutOfService() {
    var sw1 = lab.device("sw1", "switch");
    var any = lab.book(hours(1, 2), any(ResourceKind.DEVICE, 1, "switch"));
    var named = lab.book(hours(4, 2), ClaimRequest.device("sw1"));
    lab.device("sw2", "switch");

    lab.change(sw1, new ResourceChange(null, null, "broken fan", null));

    assertThat(history(any).getFirst())
        .extracting(HistoryEntry::kind, HistoryEntry::by)
        .containsExactly(HistoryKind.REASSIGNED, "olga");
    assertThat(latest(named))
        .isEqualTo(did(HistoryKind.AT_RISK, "olga", "device sw1 is out of service: broken fan"));
  }

  @Test
  void whoeverClosesAllAroundIt() {
    var stays = lab.book(hours(1, 2), node("pve1"));
    var blackout =
        new NewBlackout(
            ReservationLab.details("Firmware"),
            new Times(hours(0, 8), ReservationLab.ROME),
            List.of(node("pve1")),
            Overlap.KEEP);

    lab.blackouts.make(blackout, by(null));

    assertThat(history(stays).getFirst())
        .extracting(HistoryEntry::kind, HistoryEntry::by)
        .containsExactly(HistoryKind.KEPT, "anonymous");
  }

  @Test
  void nobodyWhereSomethingIsOffered() {
    new PgPolicies(lab.database).set(null, Policy.FREE);
    var wish =
        new Wish(
            ReservationLab.details("lab"),
            List.of(node("pve1")),
            hours(1, 8),
            Duration.ofHours(2),
            ReservationLab.ROME,
            AtStart.NOTHING,
            AtEnd.NOTHING);
    var entry = lab.waiting.add(wish, ana());
    var offer = lab.serve().getFirst();
    assertThat(who(offer)).containsExactly(tuple(HistoryKind.OFFERED, null, null, null));
    assertThat(
            lab.count("SELECT count(*) AS n FROM notice WHERE kind = 'offered' AND actor IS NULL"))
        .isOne();

    lab.waiting.leave(entry.id(), "ana");

    assertThat(lab.reservations.find(offer.id()).phase()).isEqualTo(Phase.CALLED_OFF);
    assertThat(latest(offer)).isEqualTo(did(HistoryKind.CANCELLED, "ana", null));
  }

  @Test
  void whatWasChangedGoesByItsName() {
    var booked = lab.book(hours(1, 2), node("pve1"));
    var old = booked.details();
    var where = new Where(GuestKind.LXC, null, null);
    var details = new Details(old.title(), old.notes(), old.party(), where, old.hidden());
    lab.reservations.change(booked.id(), ReservationChange.NOTHING.withDetails(details), null);
    assertThat(history(booked).getFirst().fields()).containsExactly("resource_type");

    var other =
        new Details(
            old.title(),
            old.notes(),
            old.party(),
            new Where(GuestKind.LXC, new NodeName("pve1"), null),
            old.hidden());
    lab.reservations.change(booked.id(), ReservationChange.NOTHING.withDetails(other), null);
    assertThat(history(booked).getFirst().fields()).containsExactly("proxmox_node");

    var claims = List.of(node("pve2"));
    lab.reservations.change(booked.id(), ReservationChange.NOTHING.withClaims(claims), null);
    assertThat(history(booked).getFirst().fields()).containsExactly("claims");
  }
}
