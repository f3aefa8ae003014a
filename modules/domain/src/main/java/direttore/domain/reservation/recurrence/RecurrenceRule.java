package direttore.domain.reservation.recurrence;

import direttore.domain.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often something is repeated: the part of RFC 5545's rules that people use for lessons. Weeks
 * begin on Monday.
 *
 * @param interval every so many days or weeks
 * @param days of the week; none: that of the first time. Only with {@link Frequency#WEEKLY}
 */
public record RecurrenceRule(Frequency frequency, int interval, Set<DayOfWeek> days, RuleEnd end) {
  /** No series has more occurrences. */
  public static final int MOST_OCCURRENCES = 200;

  private static final int MOST_INTERVAL = 52;

  /** Refuses with the field {@code rule}. */
  public RecurrenceRule {
    if (interval < 1 || interval > MOST_INTERVAL) {
      throw refusal("INTERVAL must be 1 to %d".formatted(MOST_INTERVAL));
    }
    if (frequency == Frequency.DAILY && !days.isEmpty()) {
      throw refusal("BYDAY is only for FREQ=WEEKLY");
    }
    if (end instanceof RuleEnd.Count(var times) && (times < 1 || times > MOST_OCCURRENCES)) {
      throw refusal("COUNT must be 1 to %d".formatted(MOST_OCCURRENCES));
    }
    days = days.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /**
   * Reads a rule such as {@code FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12}. Refuses with the field {@code
   * rule}, and names the part of it that cannot be had.
   *
   * @param zone by whose clocks an UNTIL in UTC is taken
   */
  public static RecurrenceRule parse(String text, ZoneId zone) {
    return new RuleText(zone).read(text);
  }

  /** The same rule with another end. */
  public RecurrenceRule ending(RuleEnd other) {
    return new RecurrenceRule(frequency, interval, days, other);
  }

  /** The same rule from where its first occurrences are over. */
  public RecurrenceRule without(int first) {
    return end instanceof RuleEnd.Count(var times)
        ? ending(new RuleEnd.Count(times - first))
        : this;
  }

  /** The same rule some days of the week later. */
  public RecurrenceRule laterBy(long shift) {
    var later = days.stream().map(d -> d.plus(shift)).collect(Collectors.toSet());
    return new RecurrenceRule(frequency, interval, later, end);
  }

  /** Whether the rule, begun then, has an occurrence on its first day. */
  boolean mayBegin(LocalDateTime first) {
    return days.isEmpty() || days.contains(first.getDayOfWeek());
  }

  /** Every start, the first included, in order; cut off after one more than may be. */
  List<LocalDateTime> starts(LocalDateTime first) {
    var starts = new ArrayList<LocalDateTime>();
    var period = first;
    while (true) {
      for (var start : within(period)) {
        if (!start.isBefore(first)) {
          if (starts.size() > MOST_OCCURRENCES || over(start, starts.size())) {
            return starts;
          }
          starts.add(start);
        }
      }
      period =
          switch (frequency) {
            case DAILY -> period.plusDays(interval);
            case WEEKLY -> period.plusWeeks(interval);
          };
    }
  }

  /** Those of one day or week, in order. */
  private List<LocalDateTime> within(LocalDateTime period) {
    if (days.isEmpty()) {
      return List.of(period);
    }
    var monday = period.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return days.stream().map(d -> monday.plusDays(d.getValue() - 1L)).toList();
  }

  private boolean over(LocalDateTime start, int before) {
    return switch (end) {
      case RuleEnd.Count(var times) -> before >= times;
      case RuleEnd.Until(var last) -> start.isAfter(last);
    };
  }

  /** The canonical text, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return RuleText.write(this);
  }

  static Refusal.Invalid refusal(String rule) {
    return new Refusal.Invalid("rule", rule);
  }
}
