package direttore.store.reservation;

import direttore.domain.reservation.Slot;
import direttore.domain.reservation.SlotSearch;
import direttore.domain.reservation.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** When one thing is free later, each time after the one before: soon, and else within a year. */
final class LaterSlots {
  private static final Duration NEAR = Duration.ofDays(28);
  static final Duration FAR = Duration.ofDays(365);

  /** So that who is refused need not wait where hardly anything will do. */
  private static final int MOST_TRIED = 12;

  private final SlotSearch search;
  private final Duration length;
  private final Instant first;
  private final Instant last;
  private final Predicate<Slot> allowed;
  private Instant from;
  private int tried;

  /**
   * Of some length.
   *
   * @param last when it may begin at the latest; before the first moment where there is none
   * @param allowed which of those that are free will do
   */
  LaterSlots(
      SlotSearch search, Duration length, Instant first, Instant last, Predicate<Slot> allowed) {
    this.search = search;
    this.length = length;
    this.first = first;
    this.last = last;
    this.allowed = allowed;
    this.from = first;
  }

  /** The next ones of the first weeks. */
  List<Slot> near(int most) {
    return next(NEAR, most, search::successive);
  }

  /** The next ones of the first year. */
  List<Slot> far(int most) {
    return next(FAR, most, search::successiveFarAhead);
  }

  private List<Slot> next(
      Duration ahead, int most, BiFunction<Window, Integer, List<Slot>> successive) {
    var until = earlier(first.plus(ahead), last);
    var found = new ArrayList<Slot>();
    while (found.size() < most && tried < MOST_TRIED && !from.isAfter(until)) {
      var few = Math.min(most - found.size(), MOST_TRIED - tried);
      var free = successive.apply(new Window(from, until.plus(length)), few);
      free.stream().filter(allowed).forEach(found::add);
      tried += free.size();
      from = free.isEmpty() ? from : free.getLast().window().to();
      if (free.size() < few) {
        from = later(from, until.plusSeconds(1));
      }
    }
    return found;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
