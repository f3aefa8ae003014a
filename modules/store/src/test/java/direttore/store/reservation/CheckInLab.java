package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.access.Actor;
import direttore.domain.access.Role;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Amount;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Margins;
import direttore.domain.reservation.NewReservation;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Reservations;
import direttore.domain.reservation.Resources.NodeUse;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.Window;
import direttore.domain.reservation.life.Bell;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.policy.Policy;
import direttore.store.Row;
import direttore.store.notice.PgNotices;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Reservations under a rule that asks for a check-in within a quarter of an hour. */
abstract class CheckInLab extends LivesOnPostgres {
  static final int MINUTE = 60;
  static final int HOUR = 60 * MINUTE;
  static final Actor ADA = RulesTest.actor("ada", Role.USER);
  private static final ClaimRequest NODE = ClaimRequest.node(new NodeName("pve1"));
  PgPolicies policies;
  Reservations ruled;

  @BeforeEach
  void rule() {
    new PgResources(database)
        .keep(
            ClusterName.MAIN,
            List.of(new NodeUse("pve1", 16, 65_536, Amount.NONE)),
            new Overcommit(1, 1));
    policies = new PgPolicies(database);
    policies.set(null, Policy.FREE.checkedIn(15));
    ruled = reservations.ruled(ADA);
  }

  static NewReservation node(Window window) {
    return wanted(window, Margins.NONE, AtStart.NOTHING, AtEnd.NOTHING, List.of(NODE), List.of());
  }

  /** Seconds from now, as what begins late is not returned. */
  static Window fromNow(int from, int to) {
    var now = Instant.now();
    return new Window(now.plusSeconds(from), now.plusSeconds(to));
  }

  /** One of two hours of a node that began ten seconds ago. */
  long running() {
    var id = ruled.book(node(fromNow(10, 2 * HOUR)), BY).id();
    earlier(id, 20);
    ring();
    return id;
  }

  Reservation find(long id) {
    return reservations.find(id);
  }

  Optional<Instant> by(long id) {
    return lives.find(id).bells().stream()
        .filter(bell -> bell.what() == BellKind.CHECK_IN_BY)
        .map(Bell::due)
        .findFirst();
  }

  void requireBy(long id, Instant from) {
    assertThat(by(id).orElseThrow())
        .isBetween(from.plusSeconds(15 * MINUTE - MINUTE), from.plusSeconds(15 * MINUTE + MINUTE));
  }

  List<NoticeKind> kinds() {
    return database
        .client()
        .execute()
        .query("SELECT kind FROM notice WHERE kind <> 'booked' ORDER BY id")
        .map(row -> NoticeKind.parse(new Row(row).text("kind")))
        .toList();
  }

  List<NoticeKind> shown() {
    return new PgNotices(database, true)
        .of(Actor.stranger("ada"), Instant.now()).stream()
            .map(notice -> notice.kind())
            .filter(kind -> kind != NoticeKind.BOOKED)
            .toList();
  }

  static ReservationChange until(Reservation one, Instant end) {
    var times = new Times(new Window(one.window().from(), end), ZoneOffset.UTC);
    return ReservationChange.NOTHING.withTimes(times);
  }
}
