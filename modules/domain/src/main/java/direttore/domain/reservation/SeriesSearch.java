package direttore.domain.reservation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds when all dates of a series are free at once: later on the same day, or from another day on
 * at the time of day that was asked for, or later.
 */
public final class SeriesSearch {
  private static final long MOST_DAYS = 365;

  /** So that who is refused need not wait where hardly anything will do. */
  private static final int MOST_LOOKS = 100_000;

  /** How much more than what is needed is read at first, so that little is read twice. */
  private static final Duration FIRST_STRETCH = Duration.ofDays(7);

  private static final int LONGER = 4;

  private final Availability.Wanted wanted;
  private final List<List<Resource>> candidates;
  private final Function<Window, Collection<Held>> held;
  private final Dates dates;
  private final LocalDateTime first;
  private Duration stretch = FIRST_STRETCH;
  private @Nullable Seen seen;
  private int looks;

  /** When a series takes place. */
  @FunctionalInterface
  public interface Dates {
    /**
     * Its dates in turn, without margins, if it begins so much later by the clock on the wall; none
     * where it cannot begin then.
     */
    List<Window> later(Duration shift);
  }

  /** What is known of a stretch of time. */
  private record Seen(Window window, ClaimDecider decider) {
    boolean covers(Window other) {
      return !other.from().isBefore(window.from()) && !other.to().isAfter(window.to());
    }
  }

  /**
   * Of what each date asks for.
   *
   * @param candidates for each request the resources that could answer it
   * @param held what others hold of them in a window
   * @param first when the series begins by the clock on the wall
   */
  public SeriesSearch(
      Availability.Wanted wanted,
      List<List<Resource>> candidates,
      Function<Window, Collection<Held>> held,
      Dates dates,
      LocalDateTime first) {
    this.wanted = wanted;
    this.candidates = candidates.stream().map(List::copyOf).toList();
    this.held = held;
    this.dates = dates;
    this.first = first;
  }

  /** Whether each date is free, where it begins so much later. */
  public boolean free(Duration shift) {
    var all = dates.later(shift);
    return !all.isEmpty() && wait(all) == 0;
  }

  /** The least shift, from another on, by which each date is free; empty within a year. */
  public Optional<Duration> next(Duration from) {
    var day = Duration.between(first.toLocalDate().atStartOfDay(), first.plus(from)).toDays();
    var found = Optional.<Duration>empty();
    while (found.isEmpty() && day <= MOST_DAYS && looks < MOST_LOOKS) {
      var usual = Duration.ofDays(day);
      found = on(day, from.compareTo(usual) < 0 ? usual : from);
      day++;
    }
    return found;
  }

  /** On one day. */
  private Optional<Duration> on(long day, Duration from) {
    var midnight = first.toLocalDate().plusDays(day + 1).atStartOfDay();
    var shift = from;
    while (first.plus(shift).isBefore(midnight) && looks < MOST_LOOKS) {
      var all = dates.later(shift);
      if (all.isEmpty()) {
        return Optional.empty();
      }
      var wait = wait(all);
      if (wait == 0) {
        return Optional.of(shift);
      }
      if (wait == Profile.NEVER) {
        return Optional.empty();
      }
      shift = shift.plusSeconds(wait);
    }
    return Optional.empty();
  }

  /** How many seconds later the first that is not free may be; {@link Profile#NEVER}. */
  private long wait(List<Window> all) {
    var decider = decider(all);
    looks += all.size();
    for (var each : all) {
      var holds = wanted.margins().around(each);
      if (!decider.free(holds)) {
        return wait(decider, holds);
      }
    }
    return 0;
  }

  private static long wait(ClaimDecider decider, Window holds) {
    var from = holds.from().getEpochSecond();
    var first = decider.notBefore(holds);
    if (first == Profile.NEVER || first > from) {
      return first == Profile.NEVER ? first : first - from;
    }
    // Each by itself is free, but not all of it together.
    return Arrays.stream(decider.changes())
        .filter(change -> change > from)
        .map(change -> change - from)
        .findFirst()
        .orElse(Profile.NEVER);
  }

  private ClaimDecider decider(List<Window> all) {
    var margins = wanted.margins();
    var needed =
        new Window(margins.around(all.getFirst()).from(), margins.around(all.getLast()).to());
    var known = seen;
    if (known == null || !known.covers(needed)) {
      var more = needed.to().plus(stretch);
      var to = more.isAfter(Window.LATEST) ? Window.LATEST : more;
      var window = new Window(needed.from(), to);
      known =
          new Seen(
              window, new ClaimDecider(wanted.claims(), candidates, held.apply(window), false));
      seen = known;
      stretch = stretch.multipliedBy(LONGER);
    }
    return known.decider();
  }
}
