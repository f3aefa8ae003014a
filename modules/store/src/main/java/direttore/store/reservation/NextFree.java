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
    return turns.of(
        () -> new FreeInstead(db, clock.instant(), plan, instead(plan, rules), rules).slots());
  }

  /** The same of a series: all of its dates are free then. */
  List<Slot> of(SeriesWish wish, SlotRules rules) {
    return turns.of(() -> {
      var instead = wish.mayBeElsewhere() ? instead(wish.plan(), rules) : List.<Ask>of();
      return new SeriesInstead(db, clock.instant(), wish, instead, rules).slots();
    });
  }

  private List<Ask> instead(Plan plan, SlotRules rules) {
    var many = turns.many() || booking.many();
    return alternatives.of(plan, many ? LATELY : Duration.ZERO).stream()
        .filter(rules::mayBook)
        .toList();
  }
}
