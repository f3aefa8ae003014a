package direttore.store.reservation;

import direttore.domain.reservation.AskedAgain;
import direttore.domain.reservation.Slot;
import io.helidon.dbclient.DbClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

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
  List<Slot> of(Plan plan, SlotRules rules, AskedAgain again) {
    var later = again.later(plan.after().margins());
    return offered(
        new GuestsInstead(plan, again),
        () -> instead(plan, rules),
        others -> new FreeInstead(db, clock.instant(), plan, others, rules, later).slots());
  }

  /** The same of a series: all of its dates are free then. */
  List<Slot> of(SeriesWish wish, SlotRules rules, AskedAgain again) {
    var plan = wish.plan();
    return offered(
        new GuestsInstead(plan, again),
        () -> wish.mayBeElsewhere() ? instead(plan, rules) : List.of(),
        others -> new SeriesInstead(db, clock.instant(), wish, others, rules).slots());
  }

  private List<Ask> instead(Plan plan, SlotRules rules) {
    var many = turns.many() || booking.many();
    return alternatives.of(plan, many ? LATELY : Duration.ZERO).stream()
        .filter(rules::mayBook)
        .toList();
  }

  /** What was found of what would do. */
  private record Found(List<Ask> others, List<Slot> slots) {}

  /** Proxmox is asked about guests of what was found alone, and nobody waits meanwhile. */
  private List<Slot> offered(
      GuestsInstead guests, Supplier<List<Ask>> instead, Function<List<Ask>, List<Slot>> search) {
    while (true) {
      var found =
          turns.of(() -> {
            var others = instead.get().stream().filter(guests::mayFit).toList();
            return new Found(others, search.apply(others));
          });
      if (guests.fit(found.slots(), found.others())) {
        return found.slots();
      }
    }
  }
}
