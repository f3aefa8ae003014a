package direttore.store.reservation;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.operation.Submitter;
import direttore.domain.reservation.Endings;
import direttore.domain.reservation.Phase;
import direttore.domain.reservation.Replacement;
import direttore.domain.reservation.Reservation;
import direttore.store.Row;
import direttore.store.reservation.Decisions.Decided;
import io.helidon.dbclient.DbExecute;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Changes that wait for an approval, each a reservation of its own beside the one that it is to
 * change.
 *
 * @param by who asks; null where no rules bind
 */
record Replacements(@Nullable Actor by, Supplier<UUID> ids, Supplier<Instant> clock) {

  /** Whether it is such a change, and waits. */
  static boolean is(Reservation reservation) {
    return reservation.replaces() != null && reservation.phase() == Phase.REQUESTED;
  }

  /** Refuses a change of a change. */
  static void refuse(Reservation reservation) {
    if (is(reservation)) {
      throw new Refusal.WrongState(
          "reservation %d is a change of %d that waits for an approval; change that one instead"
              .formatted(reservation.id(), reservation.replaces()),
          null);
    }
  }

  /** Refuses what is changed together with others and would have to wait for an approval. */
  static void requireAlone(Decided decided) {
    var before = decided.plan().before();
    if (before != null && decided.asks() && before.phase() != Phase.REQUESTED) {
      throw new Refusal.Impossible(
          "scope",
          "Somebody has to approve this (%s): change each date by itself."
              .formatted(reasons(decided)));
    }
  }

  /** Those that wait to change any of these. */
  static Set<Long> waiting(DbExecute execute, Collection<Long> reservations) {
    return reservations.isEmpty()
        ? Set.of()
        : execute
            .createQuery(
                """
                SELECT id FROM reservation
                 WHERE replaces = ANY (CAST(:ids AS bigint[])) AND phase = 'requested'
                """)
            .addParam("ids", HeldRows.array(reservations))
            .execute()
            .map(row -> new Row(row).number("id"))
            .collect(Collectors.toSet());
  }

  /** Stores the change that waits; the present one stays as it is. */
  Reservation ask(DbExecute execute, Reservation present, Decided decided) {
    var wanted = decided.result();
    requireSameGuests(present, wanted, decided);
    var beside = Replacement.beside(present, wanted.claims());
    var now = clock.get();
    var draft = Replacement.of(present, wanted, ids.get().toString(), now);
    var actor = Objects.requireNonNull(by, "rules bind somebody");
    var id = ReservationWrites.insert(execute, draft, new Submitter(actor, null, List.of()), null);
    var stored = draft.numbered(id);
    execute
        .createUpdate("UPDATE reservation SET replaces = :present WHERE id = :id")
        .addParam("present", present.id())
        .addParam("id", id)
        .execute();
    ReservationWrites.claims(execute, stored.having(beside));
    execute
        .createUpdate("UPDATE claim SET beside = true WHERE reservation = :id AND holding")
        .addParam("id", id)
        .execute();
    ApprovalRows.ask(execute, id, decided, actor.name(), now);
    return stored;
  }

  /** Orders of guests, and their secrets, are kept with the reservation that brings them. */
  private static void requireSameGuests(Reservation present, Reservation wanted, Decided decided) {
    var had = present.guests();
    var gets = wanted.guests();
    var same =
        had.size() == gets.size()
            && IntStream.range(0, had.size())
                .allMatch(i -> gets.get(i).difference(had.get(i)).isEmpty());
    if (!same) {
      throw new Refusal.Impossible(
          "guests",
          "Somebody has to approve this (%s), and other guests cannot wait for that beside those"
                  .formatted(reasons(decided))
              + " that the reservation has: book it anew, or cancel this one first.");
    }
  }

  private static String reasons(Decided decided) {
    return String.join("; ", Objects.requireNonNull(decided.approval()).reasons());
  }

  /** What becomes of one that waits itself, where it is changed. */
  Reservation waiting(DbExecute execute, Reservation before, Decided decided) {
    var result = decided.result();
    if (before.phase() != Phase.REQUESTED) {
      return result;
    }
    if (decided.asks()) {
      ApprovalRows.changed(execute, before.id(), decided);
    } else if (decided.approval() != null) {
      ApprovalRows.forget(execute, before.id());
      return result.in(Phase.BOOKED);
    } else {
      ApprovalRows.sooner(execute, before.id(), result.window().from());
    }
    return result;
  }

  /** What becomes of an offer that was accepted, where somebody has to approve it. */
  void accepted(DbExecute execute, Reservation before, Decided decided) {
    if (before.phase() == Phase.OFFERED && decided.asks()) {
      var actor = Objects.requireNonNull(by, "rules bind somebody");
      ApprovalRows.ask(execute, before.id(), decided, actor.name(), clock.get());
    }
  }

  /**
   * A later change, or the end of the present one, takes its place.
   *
   * @param by who changed or ended the present one, or null where that happened by itself
   */
  static void callOff(DbExecute execute, Reservation present, Instant now, @Nullable String by) {
    ReservationRows.of(execute, waiting(execute, Set.of(present.id())), true)
        .forEach(waiting ->
            end(
                execute,
                Endings.calledOff(
                    waiting,
                    now,
                    "Reservation %d was changed or ended meanwhile.".formatted(present.id())),
                by));
  }

  /**
   * It holds nothing any more.
   *
   * @param by who ended it, or null where it ends by itself
   */
  static void end(DbExecute execute, Reservation ended, @Nullable String by) {
    ReservationWrites.letGo(execute, ended.id());
    ReservationWrites.update(execute, ended, by);
    ReservationWrites.claims(execute, ended);
    ApprovalRows.silence(execute, ended.id());
  }
}
