package direttore.domain.reservation;

import direttore.domain.Refusal;
import direttore.domain.reservation.recurrence.LocalWindow;
import direttore.domain.reservation.recurrence.Recurrence;
import direttore.domain.reservation.recurrence.RecurrenceRule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What repeats, as it is asked for.
 *
 * @param rule the RRULE, without its name
 * @param exceptions what of the rule is left out (EXDATE), by the clock on the wall
 * @param occurrences what remains, in turn
 * @param uid the name in calendars that it goes on under, or null for a new one
 * @param lost what the clocks skip: nothing is left of its time
 */
public record NewSeries(
    String rule,
    List<LocalDateTime> exceptions,
    Mode mode,
    List<Occurrence> occurrences,
    @Nullable String uid,
    List<LocalDateTime> lost) {
  public static final int MOST_OCCURRENCES = 200;

  /** What becomes of it where some of it is taken. */
  public enum Mode {
    /** Nothing is booked. */
    ALL,
    /** The rest is booked. */
    SKIP
  }

  /** One of which the clocks skip nothing. */
  public NewSeries(
      String rule,
      List<LocalDateTime> exceptions,
      Mode mode,
      List<Occurrence> occurrences,
      @Nullable String uid) {
    this(rule, exceptions, mode, occurrences, uid, List.of());
  }

  public NewSeries {
    exceptions = List.copyOf(exceptions);
    lost = List.copyOf(lost);
    occurrences = List.copyOf(occurrences);
    if (occurrences.isEmpty() || occurrences.size() > MOST_OCCURRENCES) {
      throw new Refusal.Invalid(
          "recurrence.rule", "must give 1 to %d occurrences".formatted(MOST_OCCURRENCES));
    }
    // A series is known by its first occurrence: it begins with one that takes place.
    var first = occurrences.getFirst();
    var before = exceptions.stream().filter(first.original()::isAfter).count();
    if (before > 0) {
      rule = RecurrenceRule.parse(rule, first.times().zone()).without((int) before).toString();
      exceptions = exceptions.stream().filter(e -> !first.original().isAfter(e)).toList();
    }
  }

  /**
   * How it would repeat if it began so much later by the clock on the wall: what is left out stays
   * so on its days. Refuses with {@code Invalid} where that cannot be.
   *
   * @param like when it was to begin, and how long each lasts
   */
  public Recurrence later(Duration shift, Times like) {
    var was = start();
    var start = was.plus(shift);
    if (like.startLocal().isBefore(was) && !start.toLocalDate().equals(was.toLocalDate())) {
      throw new Refusal.Invalid("recurrence.exdates", "must be starts of occurrences");
    }
    var length = Duration.between(like.startLocal(), like.endLocal());
    return new Recurrence(
        RecurrenceRule.parse(rule, like.zone()),
        new LocalWindow(start, start.plus(length), like.zone()),
        exceptions.stream()
            .map(each -> each.toLocalDate().atTime(start.toLocalTime()))
            .collect(Collectors.toSet()));
  }

  private LocalDateTime start() {
    return Stream.concat(occurrences.stream().map(Occurrence::original), lost.stream())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
