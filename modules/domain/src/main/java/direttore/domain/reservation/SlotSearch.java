package direttore.domain.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds when all that is asked for is free at once, by looking at ever longer stretches of time, of
 * {@link Availability#FARTHEST} at the most, until there is enough: the nearest days cost little.
 */
public final class SlotSearch {
  private static final Duration FIRST_STRETCH = Duration.ofDays(2);

  /** Of what is to follow what was refused, which most often comes free on the same day. */
  private static final Duration FIRST_HOURS = Duration.ofHours(12);

  /** Of what nobody expects to be free soon. */
  private static final Duration FAR_STRETCH = Duration.ofDays(28);

  private static final int LONGER = 4;
  private static final long NEVER = Profile.NEVER;
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
    var end = earlier(within.to(), within.from().plus(Availability.FARTHEST));
    var found = found(within, end, FIRST_STRETCH, most, false);
    return new Availability.Slots(found, next(within, end, found, most));
  }

  /** The first windows of which each begins when the one before has ended, or later. */
  public List<Slot> successive(Window within, int most) {
    return found(within, afterLast(within), FIRST_HOURS, most, true);
  }

  /** The same where nothing is likely to be free soon: the first look takes in more. */
  public List<Slot> successiveFarAhead(Window within, int most) {
    return found(within, afterLast(within), FAR_STRETCH, most, true);
  }

  /** What {@link #successive} looks at first of windows from a moment on. */
  public static Window first(Availability.Wanted wanted, Instant from) {
    var hours = new Window(from.minus(MOMENT), from.plus(FIRST_HOURS).plus(wanted.length()));
    return wanted.margins().around(hours);
  }

  private List<Slot> found(
      Window within, Instant end, Duration first, int most, boolean successive) {
    var found = new ArrayList<Slot>();
    var stretch = first;
    var from = within.from();
    while (from.isBefore(end) && found.size() < most) {
      var to = earlier(end, from.plus(stretch));
      look(within, new Window(from, to), most, successive, found);
      from = to;
      stretch = shorter(stretch.multipliedBy(LONGER), Availability.FARTHEST);
    }
    return found;
  }

  private @Nullable Instant next(Window within, Instant end, List<Slot> found, int most) {
    var next = found.size() < most ? end : found.getLast().window().to();
    return next.plus(wanted.length()).isAfter(within.to()) ? null : next;
  }

  /** After the last moment at which it may begin. */
  private Instant afterLast(Window within) {
    return within.to().minus(wanted.length()).plus(MOMENT);
  }

  /** At starts within the stretch. */
  private void look(Window within, Window stretch, int most, boolean successive, List<Slot> found) {
    var decider = decider(around(stretch.from().minus(MOMENT), stretch.to().plus(wanted.length())));
    var starts = starts(decider, within, stretch);
    var first = stretch.from();
    if (successive && !found.isEmpty()) {
      first = later(first, found.getLast().window().to());
      starts.add(found.getLast().window().to());
    }
    var last = Math.min(stretch.to().getEpochSecond() - 1, latest(within));
    var start = starts.from(first.getEpochSecond());
    while (start <= last && found.size() < most) {
      var here = Instant.ofEpochSecond(start);
      var outcome = decider.free(around(here)) ? decider.decide(around(here), Set.of()) : null;
      if (outcome == null || !outcome.free()) {
        start = starts.from(Math.max(start + 1, notBefore(decider, here)));
      } else if (successive) {
        found.add(slot(here, outcome));
        starts.add(found.getLast().window().to());
        start = starts.from(found.getLast().window().to().getEpochSecond());
      } else {
        if (here.equals(within.from()) || !decider.free(around(here.minus(MOMENT)))) {
          found.add(slot(here, outcome));
        }
        start = starts.from(Math.max(start + 1, taken(decider, here, outcome)));
      }
    }
  }

  private Slot slot(Instant start, ClaimDecider.Outcome outcome) {
    var window = Window.of(start, wanted.length());
    return new Slot(window, wanted.claims(), outcome.choices(), false);
  }

  /** The last moment at which it may begin. */
  private long latest(Window within) {
    return within.to().minus(wanted.length()).getEpochSecond();
  }

  /** From when on it is worth looking where it is not free at a moment. */
  private long notBefore(ClaimDecider decider, Instant start) {
    var first = decider.notBefore(around(start));
    return first == NEVER ? NEVER : first + wanted.margins().lead().toSeconds();
  }

  /** The first start at which what is free at a moment would run into somebody's claim. */
  private long taken(ClaimDecider decider, Instant start, ClaimDecider.Outcome outcome) {
    var holds = around(start);
    var until = decider.freeUntil(holds, outcome);
    // What begins earlier is free by the same resources, and so begins nothing new.
    return until == NEVER
        ? NEVER
        : until - holds.length().toSeconds() + wanted.margins().lead().toSeconds() + 1;
  }

  /** Where it may become free: at the first moment, and when somebody's claim ends. */
  private Starts starts(ClaimDecider decider, Window within, Window stretch) {
    var lead = wanted.margins().lead().toSeconds();
    var starts = new Starts(decider.changes(), lead);
    if (stretch.from().equals(within.from())) {
      starts.add(within.from());
    }
    candidates.stream()
        .flatMap(List::stream)
        .map(Resource::expectedBack)
        .filter(Objects::nonNull)
        .forEach(back -> starts.add(back.plusSeconds(lead)));
    return starts;
  }

  /** Moments at which it may begin, in seconds. */
  private static final class Starts {
    private final long[] changes;
    private final long lead;
    private final NavigableSet<Long> others = new TreeSet<>();

    /**
     * @param changes rising; it may begin so much later
     */
    Starts(long[] changes, long lead) {
      this.changes = changes;
      this.lead = lead;
    }

    void add(Instant start) {
      // What begins within a second begins with the next.
      others.add(start.plusNanos(999_999_999).getEpochSecond());
    }

    /** The first from a moment on; {@link Profile#NEVER} where there is none. */
    long from(long moment) {
      var at = Arrays.binarySearch(changes, moment - lead);
      var next = at < 0 ? -at - 1 : at;
      var change = next < changes.length ? changes[next] + lead : NEVER;
      return Math.min(change, Objects.requireNonNullElse(others.ceiling(moment), NEVER));
    }
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

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
