package direttore.store.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import direttore.domain.access.Role;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AtEnd;
import direttore.domain.reservation.AtStart;
import direttore.domain.reservation.Details;
import direttore.domain.reservation.Party;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.Times;
import direttore.domain.reservation.history.History;
import direttore.domain.reservation.history.HistoryEntry;
import direttore.domain.reservation.history.HistoryEntry.Whose;
import direttore.domain.reservation.history.HistoryKind;
import direttore.domain.reservation.life.BellKind;
import direttore.domain.reservation.life.PartDecision;
import direttore.domain.reservation.life.PartState;
import direttore.domain.reservation.policy.Policy;
import direttore.store.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened to reservations is kept, whatever path it came by. */
class PgHistoryTest extends CheckInLab {
  private static final int MANY = 50;
  private History history;

  @BeforeEach
  void keep() {
    policies.set(null, Policy.FREE);
    history = new PgHistory(database);
  }

  private History.Page all(long id) {
    return history.of(id, Long.MAX_VALUE, MANY);
  }

  private List<HistoryKind> kindsOf(long id) {
    return all(id).entries().stream().map(HistoryEntry::kind).toList();
  }

  private List<Tuple> who(long id) {
    return all(id).entries().stream().map(e -> tuple(e.kind(), e.by())).toList();
  }

  private long booked() {
    return ruled.book(node(fromNow(HOUR, 2 * HOUR)), new Submitter(ADA, null, List.of())).id();
  }

  @Test
  void whatSomebodyDoesIsKeptWithTheirName() {
    var id = booked();
    var first = find(id);
    var as = reservations.by("olga");
    var later = new Times(fromNow(3 * HOUR, 4 * HOUR), ZoneOffset.UTC);
    as.change(id, ReservationChange.NOTHING.withTimes(later), null);
    reservations
        .by("ada")
        .change(id, until(find(id), find(id).window().to().plusSeconds(60)), null);
    as.change(id, ReservationChange.NOTHING.withAtEnd(AtEnd.STOP), null);
    handOver(id, "ben");
    as.cancel(id, null, "The lab is closed.");

    assertThat(who(id))
        .containsExactly(
            tuple(HistoryKind.CANCELLED, "olga"),
            tuple(HistoryKind.HANDED_OVER, "olga"),
            tuple(HistoryKind.CHANGED, "olga"),
            tuple(HistoryKind.EXTENDED, "ada"),
            tuple(HistoryKind.MOVED, "olga"),
            tuple(HistoryKind.BOOKED, "ada"));
    var entries = all(id).entries();
    assertThat(entries.getFirst().reason()).isEqualTo("The lab is closed.");
    assertThat(entries.get(1).whose()).isEqualTo(new Whose("ben", null));
    assertThat(entries.get(1).reason()).isNull();
    assertThat(entries.get(2).fields()).containsExactly("at_end");
    assertThat(entries.get(4).before()).isEqualTo(first.window());
    assertThat(entries.get(4).window()).isEqualTo(later.window());
    var made = entries.getLast();
    assertThat(made.window()).isEqualTo(first.window());
    assertThat(made.whose()).isEqualTo(new Whose(first.details().party().requester(), null));
    assertThat(made.at()).isEqualTo(first.created());
    assertThat(all(id).since()).isNull();
  }

  private void handOver(long id, String to) {
    var old = find(id).details();
    var details =
        new Details(old.title(), old.notes(), new Party(to, null, null), old.where(), old.hidden());
    reservations.by("olga").change(id, ReservationChange.NOTHING.withDetails(details), null);
  }

  @Test
  void whatHappensByItselfIsNobodys() {
    policies.set(null, Policy.FREE.checkedIn(15));
    var id = running();
    reservations.by("ada").checkIn(id, null);
    earlier(id, 2 * HOUR);
    ring();

    assertThat(who(id))
        .containsExactly(
            tuple(HistoryKind.ENDED, null),
            tuple(HistoryKind.CHECKED_IN, "ada"),
            tuple(HistoryKind.STARTED, null),
            tuple(HistoryKind.BOOKED, "anonymous"));
  }

  @Test
  void whatNobodyChecksInToIsSoReturned() {
    policies.set(null, Policy.FREE.checkedIn(15));
    var id = running();
    earlier(id, 15 * MINUTE);
    ring();

    var last = all(id).entries().getFirst();
    assertThat(last.kind()).isEqualTo(HistoryKind.NO_SHOW);
    assertThat(last.by()).isNull();
    assertThat(last.reason()).startsWith("Nobody checked in by ");
  }

  /** It has no guests that would have to be stopped, which is known once it was written. */
  @Test
  void aChangeAndWhatBecomesOfItAtOnceAreOne() {
    var wanted =
        wanted(window(-10, 3600), margins(60), AtStart.NOTHING, AtEnd.STOP, List.of(), List.of());
    var id = reservations.book(wanted, BY).id();
    ring();
    reservations.by("ada").giveBack(id, null);

    assertThat(find(id).phase()).isEqualTo(Phase.RETURNED);
    assertThat(kindsOf(id))
        .containsExactly(HistoryKind.RETURNED, HistoryKind.STARTED, HistoryKind.BOOKED);
    assertThat(
            database
                .client()
                .execute()
                .query("SELECT phase FROM reservation_history ORDER BY id DESC LIMIT 1")
                .map(row -> new Row(row).text("phase"))
                .toList())
        .containsExactly("returned");
  }

  @Test
  void howItsGuestsAreAndThatTheyWereRepairedIsTold() {
    var id = book(window(-10, 3600), margins(60), 1);
    ring();
    var why = new Operation.Failure("locked", "It is locked.");
    settle(id, new PartDecision.Settle(PartState.FAILED, null, null, why));
    lives.repair(id, Set.of(part(id).id()), "olga");
    settle(id, new PartDecision.Settle(PartState.READY, GUEST, null, null));
    change(id, life -> life.rung(BellKind.END, now.plusSeconds(3600)));

    assertThat(who(id))
        .containsExactly(
            tuple(HistoryKind.ENDED, null),
            tuple(HistoryKind.READY, null),
            tuple(HistoryKind.REPAIRED, "olga"),
            tuple(HistoryKind.DEGRADED, null),
            tuple(HistoryKind.STARTED, null),
            tuple(HistoryKind.BOOKED, "anonymous"));
  }

  private void settle(long id, PartDecision.Settle end) {
    lives.settle(id, part(id).id(), part(id).round(), end);
  }

  @Test
  void anApprovalIsTold() {
    policies.set(null, RulesTest.approving(true, 2, null));
    var id = booked();
    assertThat(find(id).phase()).isEqualTo(Phase.REQUESTED);
    var approvals = new PgApprovals(database, CLOCK, consequences);
    approvals.approve(id, List.of(), RulesTest.actor("olga", Role.OPERATOR), null, "Be quick.");

    reservations.by("olga").change(id, ReservationChange.NOTHING.withAtEnd(AtEnd.STOP), null);

    assertThat(who(id))
        .containsExactly(
            tuple(HistoryKind.CHANGED, "olga"),
            tuple(HistoryKind.APPROVED, "olga"),
            tuple(HistoryKind.REQUESTED, "ada"));
    assertThat(all(id).entries())
        .extracting(HistoryEntry::reason)
        .containsExactly(null, "Be quick.", null);
  }

  @Test
  void aRefusalIsThatOfWhoRefused() {
    policies.set(null, RulesTest.approving(true, 2, null));
    var id = booked();
    var approvals = new PgApprovals(database, CLOCK, consequences);

    approvals.refuse(id, List.of(), RulesTest.actor("olga", Role.OPERATOR), null, "Exam week.");

    assertThat(who(id))
        .containsExactly(tuple(HistoryKind.REFUSED, "olga"), tuple(HistoryKind.REQUESTED, "ada"));
  }

  @Test
  void whatChangesNothingIsNoNews() {
    var id = booked();
    var same = find(id);
    reservations.by("ada").change(id, ReservationChange.NOTHING.withTimes(same.times()), null);

    assertThat(find(id)).isEqualTo(same);
    assertThat(kindsOf(id)).containsExactly(HistoryKind.BOOKED);
  }

  @Test
  void isReadPageByPage() {
    var id = booked();
    reservations.change(id, ReservationChange.NOTHING.withAtEnd(AtEnd.STOP), null);
    reservations.cancel(id, null, null);

    var first = history.of(id, Long.MAX_VALUE, 2);
    var next = first.next();

    assertThat(first.entries())
        .extracting(HistoryEntry::kind)
        .containsExactly(HistoryKind.CANCELLED, HistoryKind.CHANGED);
    assertThat(next).isEqualTo(first.entries().getLast().id());
    var second = history.of(id, next == null ? 0 : next, 2);
    assertThat(second.entries()).extracting(HistoryEntry::kind).containsExactly(HistoryKind.BOOKED);
    assertThat(second.next()).isNull();
    assertThat(history.of(id, 0, 2).entries()).isEmpty();
  }

  @Test
  void whatIsOlderThanItsHistorySaysFromWhenOnThatIsKept() {
    var id = booked();
    var since = Instant.parse("2026-11-30T08:00:00Z");
    database
        .client()
        .execute()
        .dml("UPDATE reservation SET history_since = '%s' WHERE id = %d".formatted(since, id));
    reservations.by("ada").cancel(id, null, null);

    assertThat(all(id).since()).isEqualTo(since);
    assertThat(who(id))
        .containsExactly(tuple(HistoryKind.CANCELLED, "ada"), tuple(HistoryKind.MADE, "ada"));
  }
}
