package direttore.store.reservation;

import direttore.domain.access.Actor;
import direttore.domain.reservation.AskedAgain;
import direttore.store.Database;
import direttore.store.Flush;
import direttore.store.operation.Safe;
import io.helidon.dbclient.DbClient;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What decides about reservations is made of, whoever books, waits or closes something. */
record DecisionParts(
    Durable durable,
    FairTurns turns,
    KnownResources known,
    Flush flush,
    DbClient db,
    NextFree nextFree,
    Consequences consequences,
    Safe safe,
    Supplier<UUID> ids) {
  /** More would only share the processors with each other, and with the database beside them. */
  private static final int BOOK_AT_ONCE = 2;

  static DecisionParts of(
      Database database, Safe safe, Clock clock, Supplier<UUID> ids, Consequences consequences) {
    var db = database.client();
    var turns = new FairTurns("decision", BOOK_AT_ONCE);
    return new DecisionParts(
        new Durable(database, clock),
        turns,
        new KnownResources(),
        database.flush(),
        db,
        new NextFree(db, clock, turns),
        consequences,
        safe,
        ids);
  }

  /**
   * Under the rules of reserving.
   *
   * @param by whose rules those are, or null where none hold
   */
  Decisions decisions(@Nullable Actor by) {
    return new Decisions(flush, new Ruled(by, durable::now));
  }

  /** What is in the way of them. */
  Conflicts conflicts(Decisions decisions) {
    return new Conflicts(db, nextFree, decisions.ruled());
  }

  Bookings bookings(Decisions decisions, AskedAgain again) {
    return new Bookings(
        durable, turns, known, decisions, conflicts(decisions), again, consequences, safe, ids);
  }

  /**
   * Under the same.
   *
   * @param by whose rules the decisions are under, or null where none hold
   */
  Changes changes(Decisions decisions, @Nullable Actor by) {
    return new Changes(
        durable,
        decisions,
        conflicts(decisions),
        consequences,
        new Replacements(by, ids, durable::now),
        by == null ? null : by.name());
  }
}
