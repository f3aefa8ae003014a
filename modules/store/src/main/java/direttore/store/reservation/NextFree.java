package direttore.store.reservation;

import direttore.domain.reservation.Slot;
import io.helidon.dbclient.DbClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What somebody could have instead: the same later, or something like it at the same time. One
 * looks after the other, so that those who are refused leave the processors to those who are not.
 */
final class NextFree {
  private static final int AT_ONCE = 1;
  private static final Duration LATELY = Duration.ofSeconds(1);

  private final DbClient db;
  private final Clock clock;
  private final Alternatives alternatives;
  private final FairTurns booking;
  private final FairTurns turns = new FairTurns("next-free", AT_ONCE);

  NextFree(DbClient db, Clock clock, FairTurns booking) {
    this.db = db;
    this.clock = clock;
    this.booking = booking;
    this.alternatives = new Alternatives(db);
  }

  /** At least three, where there are three within a year that somebody may have. */
  List<Slot> of(Plan plan, SlotRules rules) {
    return turns.of(() -> {
      var many = turns.many() || booking.many();
      var instead =
          alternatives.of(plan, many ? LATELY : Duration.ZERO).stream()
              .filter(rules::mayBook)
              .toList();
      return new FreeInstead(db, clock.instant(), plan, instead, rules).slots();
    });
  }
}
