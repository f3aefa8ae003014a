package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.CheckingIn;
import direttore.domain.reservation.ClaimRequest;
import direttore.domain.reservation.Limits;
import direttore.domain.reservation.Marks.Mark;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.ReservationChange;
import direttore.domain.reservation.ReservationKind;
import direttore.domain.reservation.waiting.Offers;
import direttore.store.reservation.Bookings.Taken;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes what is booked, by the same decision as what is new. */
final class Changes {
  private final Durable durable;
  private final Decisions decisions;
  private final Conflicts conflicts;
  private final Consequences consequences;
  private final Replacements replacements;
  private final @Nullable String by;

  /**
   * Changes in somebody's name.
   *
   * @param by who that is, or null where it is not known
   */
  Changes(
      Durable durable,
      Decisions decisions,
      Conflicts conflicts,
      Consequences consequences,
      Replacements replacements,
      @Nullable String by) {
    this.durable = durable;
    this.decisions = decisions;
    this.conflicts = conflicts;
    this.consequences = consequences;
    this.replacements = replacements;
    this.by = by;
  }

  /** The same in the name of somebody. */
  Changes by(String name) {
    return new Changes(durable, decisions, conflicts, consequences, replacements, name);
  }

  /** What a change makes of it, with its claims; nothing is written. */
  Reservation check(long id, ReservationChange said) {
    var execute = durable.execute();
    var before = only(execute, id, false);
    var change = said.unlike(before);
    if (change.equals(ReservationChange.NOTHING)) {
      return before;
    }
    Replacements.refuse(before);
    Offers.requireAnswer(before, change, durable.now());
    var plan = plan(execute, before, change, Asks::look);
    var one = decisions.look(execute, List.of(plan)).getFirst();
    if (!one.free()) {
      throw conflicts.refusal(one, AskedAgain.SAME);
    }
    return one.asks() ? one.result().in(Phase.REQUESTED) : one.result();
  }

  /** A change to what it is already is none, so that nobody's version is out of date by it. */
  Reservation change(long id, ReservationChange said, @Nullable Integer version) {
    try {
      return durable.of(execute -> {
        if (said.equals(Offers.ACCEPTED)) {
          // Before the reservation is locked, as whoever leaves the list locks both in this order.
          WaitingRows.served(execute, id, durable.now());
        }
        var before = only(execute, id, true);
        requireVersion(execute, before, version);
        var change = said.unlike(before);
        if (change.equals(ReservationChange.NOTHING)) {
          return before;
        }
        Replacements.refuse(before);
        Offers.requireAnswer(before, change, durable.now());
        Replacements.callOff(execute, before, durable.now(), by);
        return written(execute, before, plan(execute, before, change, Asks::of));
      });
    } catch (Taken e) {
      throw conflicts.refusal(e.decided().getFirst(), AskedAgain.SAME);
    }
  }

  private Reservation written(DbExecute execute, Reservation before, Plan plan) {
    // What holds the same as before is not decided.
    var kept = plan.same() != null && before.holds().equals(plan.after().holds());
    var decided =
        kept ? decisions.kept(execute, plan) : decisions.decide(execute, List.of(plan)).getFirst();
    if (!decided.free()) {
      throw new Taken(List.of(decided));
    }
    if (plan.same() == null) {
      TakenAddresses.require(execute, plan);
    }
    if (decided.asks() && before.phase() != Phase.REQUESTED && before.phase() != Phase.OFFERED) {
      return replacements.ask(execute, before, decided);
    }
    var after = replacements.waiting(execute, before, decided);
    if (kept) {
      ReservationWrites.update(execute, after, by);
      consequences.changed(execute, before, after);
      replacements.accepted(execute, before, decided);
      return after;
    }
    return replaced(execute, before, after);
  }

  /** Writes what has other claims, in a transaction that has locked its row. */
  Reservation replaced(DbExecute execute, Reservation before, Reservation after) {
    ReservationWrites.letGo(execute, after.id());
    ReservationWrites.update(execute, after, by);
    ReservationWrites.claims(execute, after);
    consequences.changed(execute, before, after);
    return after;
  }

  private Plan plan(
      DbExecute execute, Reservation before, ReservationChange change, Asks.Asking asking) {
    return plan(execute, before, change, durable.now(), asking);
  }

  /** What is to be decided about a change. */
  static Plan plan(
      DbExecute execute,
      Reservation before,
      ReservationChange change,
      Instant now,
      Asks.Asking asking) {
    var after = Changing.changed(before, change, now);
    var maintenance = before.kind() == ReservationKind.BLACKOUT;
    var claims = Limits.after(before, after.details().party(), change);
    if (claims == null && before.stays() != after.stays()) {
      claims = before.requests();
    }
    if (claims != null) {
      var plan = new Plan(before, after, asking.of(execute, claims, maintenance), null);
      TakenAddresses.require(execute, plan);
      return plan;
    }
    var same = Asks.same(execute, before.claims(), maintenance);
    var choosy = before.claims().stream().anyMatch(c -> c.wanted().choosy());
    // What stays as it is needs no other choice, and may have none any more.
    var chosen =
        choosy && !before.holds().equals(after.holds())
            ? chosen(execute, before, maintenance, asking, same)
            : same;
    return new Plan(before, after, chosen, same);
  }

  /** Of a prefix that NetBox has no more, or that is closed by now, what there is may be kept. */
  private static Ask chosen(
      DbExecute execute, Reservation before, boolean maintenance, Asks.Asking asking, Ask same) {
    var requests = before.requests();
    try {
      return asking.of(execute, requests, maintenance);
    } catch (Refusal.Unknown | Refusal.Impossible | Refusal.Upstream e) {
      if (requests.stream().noneMatch(ClaimRequest.OfPrefix.class::isInstance)) {
        throw e;
      }
      return same;
    }
  }

  Reservation ended(
      long id,
      Collection<Long> others,
      @Nullable Integer version,
      UnaryOperator<Reservation> ending) {
    var ids = new HashSet<>(others);
    ids.add(id);
    return durable.waiting(execute -> {
      var all = all(execute, ids);
      all.stream()
          .filter(each -> each.id() == id)
          .forEach(one -> requireVersion(execute, one, version));
      return all.stream()
          .map(before -> ended(execute, before, ending))
          .reduce((one, other) -> one.id() == id ? one : other)
          .orElseThrow();
    });
  }

  /** Somebody has checked in; what it holds stays. */
  Reservation checkedIn(long id, @Nullable Integer version) {
    return durable.waiting(execute -> {
      var before = only(execute, id, true);
      requireVersion(execute, before, version);
      var after = CheckingIn.done(before, durable.now());
      if (after.version() != before.version()) {
        ReservationWrites.update(execute, after, by);
        consequences.changed(execute, before, after);
      }
      return after;
    });
  }

  /** Ends it in a transaction that has locked its row. */
  Reservation ended(DbExecute execute, Reservation before, UnaryOperator<Reservation> ending) {
    var after = ending.apply(before);
    if (after.version() == before.version()) {
      return before;
    }
    if (Replacements.is(before)) {
      Replacements.end(execute, after, by);
      return after;
    }
    Replacements.callOff(execute, before, durable.now(), by);
    return replaced(execute, before, after);
  }

  private static Reservation only(DbExecute execute, long id, boolean locked) {
    return ReservationRows.of(execute, List.of(id), locked).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("reservation", id));
  }

  private static List<Reservation> all(DbExecute execute, Collection<Long> ids) {
    var found = ReservationRows.of(execute, ids, true);
    var there = found.stream().map(Reservation::id).collect(Collectors.toSet());
    ids.stream()
        .filter(id -> !there.contains(id))
        .findFirst()
        .ifPresent(id -> {
          throw new Refusal.NotFound("reservation", id);
        });
    return found;
  }

  static void requireVersion(DbExecute execute, Reservation there, @Nullable Integer version) {
    if (version != null && version != there.version()) {
      var mark = PgMarks.of(execute, List.of(there.id())).getOrDefault(there.id(), Mark.NONE);
      throw new Refusal.Stale(mark.sentence(there) + "; read it again", there.version());
    }
  }
}
