package direttore.domain.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds when all that is asked for is free at once, by looking at ever longer stretches of time
 * until there is enough: the nearest days cost little.
 */
public final class SlotSearch {
  private static final Duration FIRST_STRETCH = Duration.ofDays(2);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private final Availability.Wanted wanted;
  private final List<List<Resource>> candidates;
  private final Function<Window, Collection<Held>> held;

  /**
   * @param candidates for each request the resources that could answer it
   * @param held what others hold of them in a window
   */
  public SlotSearch(
      Availability.Wanted wanted,
      List<List<Resource>> candidates,
      Function<Window, Collection<Held>> held) {
    this.wanted = wanted;
    this.candidates = candidates.stream().map(List::copyOf).toList();
    this.held = held;
  }

  /** The first windows within another; each begins where it was not free the moment before. */
  public Availability.Slots slots(Window within, int most) {
    return slots(within, most, false);
  }

  /** The first windows of which each begins when the one before has ended, or later. */
  public List<Slot> successive(Window within, int most) {
    return slots(within, most, true).slots();
  }

  private Availability.Slots slots(Window within, int most, boolean successive) {
    var end = earlier(within.to(), within.from().plus(Availability.FARTHEST));
    var found = new ArrayList<Slot>();
    var stretch = FIRST_STRETCH;
    var from = within.from();
    while (from.isBefore(end) && found.size() < most) {
      var to = earlier(end, from.plus(stretch));
      look(within, new Window(from, to), most, successive, found);
      from = to;
      stretch = stretch.multipliedBy(2);
    }
    return new Availability.Slots(found, next(within, end, found, most));
  }

  private @Nullable Instant next(Window within, Instant end, List<Slot> found, int most) {
    var next = found.size() < most ? end : found.getLast().window().to();
    return next.plus(wanted.length()).isAfter(within.to()) ? null : next;
  }

  /** At starts within the stretch. */
  private void look(Window within, Window stretch, int most, boolean successive, List<Slot> found) {
    var decider = decider(around(stretch.from().minus(MOMENT), stretch.to().plus(wanted.length())));
    var starts = starts(decider, within, stretch.from(), stretch.to());
    if (successive && !found.isEmpty()) {
      after(found, stretch, starts);
    }
    while (!starts.isEmpty() && found.size() < most) {
      var start = starts.removeFirst();
      if (start.plus(wanted.length()).isAfter(within.to())) {
        return;
      }
      var outcome = decider.decide(around(start), Set.of());
      if (outcome.free()
          && (successive
              || start.equals(within.from())
              || !decider.free(around(start.minus(MOMENT))))) {
        found.add(new Slot(Window.of(start, wanted.length()), outcome.choices(), false));
        if (successive) {
          after(found, stretch, starts);
        }
      }
    }
  }

  /** Nothing begins before the last that was found has ended, and the next may begin just then. */
  private static void after(List<Slot> found, Window stretch, SortedSet<Instant> starts) {
    var ended = found.getLast().window().to();
    starts.headSet(ended).clear();
    if (!ended.isBefore(stretch.from()) && ended.isBefore(stretch.to())) {
      starts.add(ended);
    }
  }

  /** Where it may become free: at the first moment, and when somebody's claim ends. */
  private SortedSet<Instant> starts(ClaimDecider decider, Window within, Instant from, Instant to) {
    var starts = new TreeSet<Instant>();
    if (from.equals(within.from())) {
      starts.add(from);
    }
    var lead = wanted.margins().lead();
    for (var change : decider.changes()) {
      starts.add(change.plus(lead));
    }
    candidates.stream()
        .flatMap(List::stream)
        .map(Resource::expectedBack)
        .filter(Objects::nonNull)
        .forEach(back -> starts.add(back.plus(lead)));
    starts.headSet(from).clear();
    starts.tailSet(to).clear();
    return starts;
  }

  /** When it is not free, as far as people see it: margins included. */
  public List<Window> busy(Window within) {
    var seen = around(within.from(), within.to());
    var decider = decider(seen);
    var moments = new TreeSet<Instant>(decider.changes());
    moments.add(seen.from());
    moments.headSet(seen.from()).clear();
    moments.tailSet(seen.to()).clear();
    var all = new ArrayList<Window>();
    for (var moment : moments) {
      var next = Objects.requireNonNullElse(moments.higher(moment), seen.to());
      if (!decider.free(new Window(moment, next))) {
        add(all, asSeen(new Window(moment, next)));
      }
    }
    return all;
  }

  private static void add(List<Window> all, Window busy) {
    if (all.isEmpty() || all.getLast().to().isBefore(busy.from())) {
      all.add(busy);
    } else {
      var last = all.removeLast();
      all.add(new Window(last.from(), later(last.to(), busy.to())));
    }
  }

  /** What nothing may touch so that nothing it holds is in the way. */
  private Window asSeen(Window busy) {
    var margins = wanted.margins();
    return busy.widened(margins.grace().plus(margins.tidy()), margins.lead());
  }

  private ClaimDecider decider(Window seen) {
    return new ClaimDecider(wanted.claims(), candidates, held.apply(seen), false);
  }

  private Window around(Instant start) {
    return around(start, start.plus(wanted.length()));
  }

  private Window around(Instant from, Instant to) {
    return wanted.margins().around(new Window(from, to));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
