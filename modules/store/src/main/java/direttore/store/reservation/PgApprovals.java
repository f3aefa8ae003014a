package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.notice.NoticeKind;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Replacement;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationRights;
import direttore.domain.reservation.policy.Approval;
import direttore.domain.reservation.policy.Approvals;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.notice.NoticeRows;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Approvals in PostgreSQL. Nothing is decided again: what waits holds what it is to have. */
public final class PgApprovals implements Approvals {
  private final Durable durable;
  private final Consequences consequences;

  public PgApprovals(Database database, Clock clock, Consequences consequences) {
    this.durable = new Durable(database, clock);
    this.consequences = consequences;
  }

  @Override
  public Map<Long, Approval> of(Collection<Long> reservations) {
    return reservations.isEmpty() ? Map.of() : ApprovalRows.of(durable.execute(), reservations);
  }

  @Override
  public Reservation approve(
      long id,
      Collection<Long> others,
      Actor by,
      @Nullable Integer version,
      @Nullable String note) {
    return decided(id, others, version, new Answer(by, durable.now(), true, note));
  }

  @Override
  public Reservation refuse(
      long id, Collection<Long> others, Actor by, @Nullable Integer version, String note) {
    return decided(id, others, version, new Answer(by, durable.now(), false, note));
  }

  /** What somebody says to all of them. */
  private record Answer(Actor by, Instant at, boolean yes, @Nullable String note) {
    Approval.Decision decision() {
      return new Approval.Decision(yes, by.name(), at, note);
    }
  }

  private Reservation decided(
      long id, Collection<Long> others, @Nullable Integer version, Answer answer) {
    return durable.of(execute -> {
      var there = locked(execute, id, others);
      var one = there.get(id);
      if (one == null) {
        throw new Refusal.NotFound("reservation", id);
      }
      requireVersion(one, version);
      requireWaiting(one);
      ReservationRights.requireApproval(answer.by(), one);
      var approvals = ApprovalRows.of(execute, there.keySet());
      var askers = ApprovalRows.askers(execute, there.keySet());
      requireAnother(one, askers, answer);
      requireInTime(one, approvals.get(id), answer);
      others.stream()
          .map(there::get)
          .filter(each ->
              each != null
                  && each.id() != id
                  && ReservationRights.mayApprove(answer.by(), each)
                  && !answer.by().name().equals(askers.get(each.id()))
                  // What waited for too long lapses by itself.
                  && !tooLate(approvals.get(each.id()), answer))
          .forEach(each -> decide(execute, each, there, answer));
      return decide(execute, one, there, answer);
    });
  }

  /** With those that they are to change, in one order. */
  private static Map<Long, Reservation> locked(
      DbExecute execute, long id, Collection<Long> others) {
    var ids = new TreeSet<>(others);
    ids.add(id);
    execute
        .createQuery(
            """
            SELECT replaces FROM reservation
             WHERE id = ANY (CAST(:ids AS bigint[])) AND replaces IS NOT NULL
            """)
        .addParam("ids", HeldRows.array(List.copyOf(ids)))
        .execute()
        .map(row -> new Row(row).number("replaces"))
        .forEach(ids::add);
    var there = new HashMap<Long, Reservation>();
    ReservationRows.of(execute, ids, true).forEach(each -> there.put(each.id(), each));
    return there;
  }

  private static void requireVersion(Reservation one, @Nullable Integer version) {
    if (version != null && version != one.version()) {
      throw new Refusal.Stale(
          "reservation %d was changed since; read it again".formatted(one.id()), one.version());
    }
  }

  private static void requireWaiting(Reservation one) {
    if (one.phase() != Phase.REQUESTED) {
      throw new Refusal.WrongState(
          "reservation %d waits for no approval: it is %s"
              .formatted(one.id(), one.phase().wire().replace('_', ' ')),
          null);
    }
  }

  /** Also where it was handed to somebody else since. */
  private static void requireAnother(Reservation one, Map<Long, String> askers, Answer answer) {
    if (answer.by().name().equals(askers.get(one.id()))) {
      throw new Refusal.Forbidden(
          null,
          "You asked for reservation %d: somebody else has to approve it.".formatted(one.id()));
    }
  }

  private static void requireInTime(Reservation one, @Nullable Approval approval, Answer answer) {
    if (approval != null && tooLate(approval, answer)) {
      throw new Refusal.WrongState(
          "reservation %d waited for an approval until %s".formatted(one.id(), approval.by()),
          null);
    }
  }

  private static boolean tooLate(@Nullable Approval approval, Answer answer) {
    return answer.yes() && approval != null && approval.late(answer.at());
  }

  private Reservation decide(
      DbExecute execute, Reservation one, Map<Long, Reservation> there, Answer answer) {
    ApprovalRows.decide(execute, one.id(), answer.decision());
    var replaces = one.replaces();
    if (!answer.yes()) {
      return refused(execute, one, answer);
    }
    return replaces == null
        ? booked(execute, one, answer)
        : taken(execute, one, present(there, replaces), answer);
  }

  private static Reservation present(Map<Long, Reservation> there, long id) {
    var present = there.get(id);
    if (present == null) {
      throw new Refusal.NotFound("reservation", id);
    }
    return present;
  }

  private Reservation refused(DbExecute execute, Reservation one, Answer answer) {
    var after = Endings.calledOff(one, answer.at(), answer.note()).in(Phase.REFUSED);
    Replacements.end(execute, after, answer.by().name());
    if (one.replaces() == null) {
      consequences.changed(execute, one, after);
    } else {
      // It has no guests and no bells of its own, and somebody waits to hear what came of it.
      NoticeRows.add(execute, one.id(), NoticeKind.REFUSED);
    }
    return after;
  }

  private Reservation booked(DbExecute execute, Reservation one, Answer answer) {
    var change = ReservationChange.NOTHING.withPhase(Phase.BOOKED);
    var note = answer.note();
    var after = Changing.changed(one, note == null ? change : change.withReason(note), answer.at());
    ReservationWrites.update(execute, after, answer.by().name());
    consequences.changed(execute, one, after);
    return after;
  }

  /** The present one lets go of what it had and has what was asked for, in one step for others. */
  private Reservation taken(
      DbExecute execute, Reservation one, Reservation present, Answer answer) {
    var after = Replacement.taken(present, one, answer.note(), answer.at());
    Replacements.end(
        execute,
        Endings.calledOff(
            one,
            answer.at(),
            "Approved: reservation %d was changed to it.".formatted(present.id())),
        answer.by().name());
    ReservationWrites.letGo(execute, present.id());
    ReservationWrites.update(execute, after, answer.by().name());
    HistoryRows.approved(execute, after, one.id());
    ReservationWrites.claims(execute, after);
    consequences.changed(execute, present, after);
    // It is in the phase that it was in, and somebody waits to hear that it was moved.
    NoticeRows.add(execute, one.id(), NoticeKind.BOOKED);
    return after;
  }
}
