package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What repeats, as it is asked for.
 *
 * @param rule the RRULE, without its name
 * @param exceptions what of the rule is left out (EXDATE), by the clock on the wall
 * @param occurrences what remains, in turn
 * @param uid the name in calendars that it goes on under, or null for a new one
 */
public record NewSeries(
    String rule,
    List<LocalDateTime> exceptions,
    Mode mode,
    List<Occurrence> occurrences,
    @Nullable String uid) {
  public static final int MOST_OCCURRENCES = 200;

  /** What becomes of it where some of it is taken. */
  public enum Mode {
    /** Nothing is booked. */
    ALL,
    /** The rest is booked. */
    SKIP
  }

  public NewSeries {
    exceptions = List.copyOf(exceptions);
    occurrences = List.copyOf(occurrences);
    if (occurrences.isEmpty() || occurrences.size() > MOST_OCCURRENCES) {
      throw new Refusal.Invalid(
          "recurrence.rule", "must give 1 to %d occurrences".formatted(MOST_OCCURRENCES));
    }
  }
}
