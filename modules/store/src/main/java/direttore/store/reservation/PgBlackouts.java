package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.notice.NoticeKind;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Blackouts;
import direttore.domain.reservation.Changing;
import direttore.domain.reservation.Claim;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Gaps;
import direttore.domain.reservation.Held;
import direttore.domain.reservation.NewBlackout;
import direttore.domain.reservation.NewBlackout.Overlap;
import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.Window;
import direttore.store.Database;
import direttore.store.Row;
import direttore.store.SqlFailure;
import direttore.store.notice.NoticeRows;
import direttore.store.operation.Safe;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Blackouts in PostgreSQL: reservations that may lie around others. */
public final class PgBlackouts implements Blackouts {
  private static final int TRIES = 5;

  private final Durable durable;
  private final Decisions decisions;
  private final Conflicts conflicts;
  private final Bookings bookings;
  private final Changes changes;
  private final Supplier<UUID> ids;

  public PgBlackouts(
      Database database, Safe safe, Clock clock, Supplier<UUID> ids, Consequences consequences) {
    var parts = DecisionParts.of(database, safe, clock, ids, consequences);
    this.durable = parts.durable();
    this.decisions = parts.decisions(null);
    this.conflicts = parts.conflicts(decisions);
    this.bookings = parts.bookings(decisions, AskedAgain.SAME);
    this.changes = parts.changes(decisions, null);
    this.ids = ids;
  }

  @Override
  public Made make(NewBlackout wanted, Submitter by) {
    if (wanted.overlap() == Overlap.REFUSE) {
      return new Made(bookings.book(wanted.reservation(), by), List.of(), List.of());
    }
    return bookings
        .earlier(by)
        .map(earlier -> new Made(earlier, List.of(), List.of()))
        .orElseGet(() -> beside(wanted, by));
  }

  /** Once more where somebody booked between the look and the locks. */
  private Made beside(NewBlackout wanted, Submitter by) {
    for (var n = 0; n < TRIES; n++) {
      var plan = plan(wanted, durable.now());
      var known = wanted.overlap() == Overlap.CANCEL ? inTheWay(plan) : Set.<Long>of();
      try {
        return durable.of(execute -> made(execute, wanted, plan, known, by));
      } catch (Meanwhile _) {
        // The next look sees what was booked.
      } catch (Closed e) {
        throw conflicts.refusal(
            decisions.look(durable.execute(), List.of(plan)).getFirst(), AskedAgain.SAME);
      } catch (DbClientException e) {
        if (SqlFailure.breaks(e, "reservation_idempotency_key")) {
          return make(wanted, by);
        }
        throw e;
      }
    }
    throw new Refusal.Overloaded("Others book it again and again at this moment.", null);
  }

  private Plan plan(NewBlackout wanted, Instant now) {
    Changing.requireAhead(wanted.times().window(), now);
    return Plan.fresh(
        wanted.reservation().draft(ids.get().toString(), now),
        Asks.of(durable.execute(), wanted.claims(), true));
  }

  /** What would have to be called off. */
  private Set<Long> inTheWay(Plan plan) {
    var execute = durable.execute();
    var found = bookings(execute, decisions.seen(execute, List.of(plan)));
    if (found.size() > MOST_CANCELLED) {
      throw new Refusal.Invalid(
          "conflicts",
          "may not cancel %d reservations at once, %d at most; close less, or for a shorter time"
              .formatted(found.size(), MOST_CANCELLED));
    }
    return found;
  }

  /** Those that hold it and are no blackouts themselves. */
  private static Set<Long> bookings(DbExecute execute, Collection<Held> held) {
    return execute
        .createQuery(
            """
            SELECT id FROM reservation
             WHERE id = ANY (CAST(:ids AS bigint[])) AND kind <> 'blackout'
            """)
        .addParam("ids", HeldRows.array(others(held)))
        .execute()
        .map(row -> new Row(row).number("id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Long> others(Collection<Held> held) {
    return held.stream().map(Held::reservation).distinct().sorted().toList();
  }

  /** Rows are locked before resources, as by whoever changes a reservation. */
  private Made made(
      DbExecute execute, NewBlackout wanted, Plan plan, Set<Long> known, Submitter by) {
    var ending = new Ending(changes.by(by.name()), wanted.reason());
    // A change that waits ends before what it would change, which would end it for another reason.
    var cancelled =
        ReservationRows.of(execute, known, true).stream()
            .sorted(Comparator.comparing((Reservation each) -> !Replacements.is(each)))
            .map(before -> calledOff(execute, before, ending))
            .flatMap(List::stream)
            .toList();
    var held = decisions.held(execute, List.of(plan));
    if (wanted.overlap() == Overlap.CANCEL && !known.containsAll(bookings(execute, held))) {
      throw new Meanwhile();
    }
    var claims = claims(plan, held);
    if (claims.isEmpty()) {
      throw new Closed();
    }
    var decided = new Decided(plan, plan.after().having(claims), List.of(), null);
    var blackout = bookings.insert(execute, decided, decided.result(), by, bookings.mac(by));
    var kept = others(held).stream().filter(id -> !cancelled.contains(id)).toList();
    NoticeRows.add(
        execute,
        kept.stream().map(id -> new NoticeRows.New(id, NoticeKind.KEPT, wanted.reason())).toList(),
        by.name());
    return new Made(blackout, cancelled, kept);
  }

  /** In whose name and why reservations are called off. */
  private record Ending(Changes changes, String reason) {}

  private List<Long> calledOff(DbExecute execute, Reservation before, Ending ending) {
    var now = durable.now();
    var after =
        ending
            .changes()
            .ended(execute, before, each -> Endings.calledOff(each, now, ending.reason()));
    if (after.version() == before.version()) {
      return List.of();
    }
    if (Replacements.is(before)) {
      // Of a change that ends with what it would change nobody has to hear.
      NoticeRows.add(execute, before.id(), NoticeKind.REFUSED);
    }
    return List.of(before.id());
  }

  /** One for each time in which nobody has it; what is never free is not closed. */
  private static List<Claim> claims(Plan plan, List<Held> held) {
    var claims = new ArrayList<Claim>();
    var request = 0;
    for (var i = 0; i < plan.ask().requests().size(); i++) {
      var resource = plan.ask().candidates().get(i).getFirst();
      var taken =
          held.stream().filter(each -> each.resource() == resource.id()).map(Held::during).toList();
      var gaps = Gaps.of(plan.after().window(), taken);
      for (Window gap : gaps) {
        claims.add(
            new Claim(resource.ref(), null, gap, true, plan.ask().requests().get(i), request));
      }
      request += gaps.isEmpty() ? 0 : 1;
    }
    return claims;
  }

  /** Somebody booked it meanwhile; nothing was written. */
  @SuppressWarnings("serial") // caught at once
  private static final class Meanwhile extends RuntimeException {
    Meanwhile() {
      super("booked meanwhile", null, false, false);
    }
  }

  /** Nothing of it is ever free then; nothing was written. */
  @SuppressWarnings("serial") // caught at once
  private static final class Closed extends RuntimeException {
    Closed() {
      super("nothing is left to be closed", null, false, false);
    }
  }
}
