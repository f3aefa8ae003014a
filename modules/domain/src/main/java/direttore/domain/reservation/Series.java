package direttore.domain.reservation;

import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What repeats.
 *
 * @param rule the RRULE, without its name
 * @param exceptions what of the rule is left out (EXDATE)
 * @param start when the first begins by the clock on the wall
 * @param end when the first ends by the clock on the wall
 * @param skipped what of the rule could not be booked
 * @param follows the series that it was split from, or null
 */
public record Series(
    long id,
    String uid,
    String rule,
    ZoneId zone,
    LocalDateTime start,
    LocalDateTime end,
    List<LocalDateTime> exceptions,
    NewSeries.Mode mode,
    List<Skipped> skipped,
    int version,
    @Nullable Origin follows) {
  /**
   * An occurrence that could not be booked.
   *
   * @param why in a sentence that names nobody
   * @param code the same in one word, as of a conflict; null where it was not noted
   */
  public record Skipped(LocalDateTime occurrence, String why, @Nullable String code) {
    /** Why it is, where nothing is left of its time. */
    public static final String CLOCK = "the clocks are changed then, and skip it";

    /** One of which nothing is left. */
    public static Skipped byClock(LocalDateTime occurrence) {
      return new Skipped(occurrence, CLOCK, "clock");
    }

    /** One that something is in the way of. */
    public static Skipped of(LocalDateTime occurrence, List<Conflict> conflicts) {
      return new Skipped(occurrence, Conflict.why(conflicts), Conflict.code(conflicts));
    }
  }

  /** Another series. */
  public record Origin(long id, String uid) {}

  public Series {
    exceptions = List.copyOf(exceptions);
    skipped = List.copyOf(skipped);
  }

  /** When it takes place, by its rule. */
  public Recurrence recurrence() {
    var first = new LocalWindow(start, end, zone);
    var parsed = RecurrenceRule.parse(rule, zone);
    var starts = new Recurrence(parsed, first, Set.of()).allStarts();
    var except = exceptions.stream().filter(starts::contains).collect(Collectors.toSet());
    return new Recurrence(parsed, first, except);
  }
}
