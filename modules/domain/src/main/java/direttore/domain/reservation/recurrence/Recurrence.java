package direttore.domain.reservation.recurrence;

import static direttore.domain.reservation.recurrence.RecurrenceRule.MOST_OCCURRENCES;
import static direttore.domain.reservation.recurrence.RecurrenceRule.refusal;

import direttore.domain.Refusal;
import direttore.domain.Violations;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a series takes place, by the clocks of a place. An occurrence is known by when the rule lets
 * it start, wherever it has been moved since.
 *
 * @param first the first occurrence, even where it is left out
 * @param except the occurrences that are left out
 */
public record Recurrence(RecurrenceRule rule, LocalWindow first, Set<LocalDateTime> except) {
  private static final int MOST_DAYS = 400;
  private static final LocalDateTime LATEST = LocalDateTime.of(9000, 1, 1, 0, 0);

  /** Refuses with the fields {@code rule} and {@code exdates[n]}. */
  public Recurrence {
    var starts = starts(rule, first);
    if (!first.start().isBefore(first.end())) {
      throw refusal("repeats what ends before it begins");
    }
    for (int i = 1; i < starts.size(); i++) {
      if (Duration.between(starts.get(i - 1), starts.get(i)).compareTo(first.length()) < 0) {
        throw refusal("repeats before it has ended");
      }
    }
    var wrong = new Violations();
    int n = 0;
    for (var start : except) {
      if (!starts.contains(start)) {
        wrong.add(
            "exdates[%d]".formatted(n),
            "must be the start of an occurrence, not %s".formatted(start));
      }
      n++;
    }
    wrong.refuseIfAny();
    except = Collections.unmodifiableSet(new TreeSet<>(except));
    if (except.size() == starts.size()) {
      throw new Refusal.Invalid("exdates", "must leave an occurrence");
    }
  }

  private static List<LocalDateTime> starts(RecurrenceRule rule, LocalWindow first) {
    if (first.start().isAfter(LATEST)) {
      throw refusal("begins too far in the future");
    }
    if (!rule.mayBegin(first.start())) {
      throw refusal(
          "BYDAY must include the day of the first start, which is a %s"
              .formatted(
                  first.start().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }
    if (rule.end() instanceof RuleEnd.Until(var last)) {
      if (last.isBefore(first.start())) {
        throw refusal("UNTIL must not be before the first start");
      }
      if (last.isAfter(first.start().plusDays(MOST_DAYS))) {
        throw refusal("UNTIL must be at most %d days after the first start".formatted(MOST_DAYS));
      }
    }
    var starts = rule.starts(first.start());
    if (starts.size() > MOST_OCCURRENCES) {
      throw refusal("makes more than %d occurrences".formatted(MOST_OCCURRENCES));
    }
    return starts;
  }

  public ZoneId zone() {
    return first.zone();
  }

  /** Each occurrence that takes place, in order. */
  public List<LocalWindow> occurrences() {
    return starts().stream().map(first::startingAt).toList();
  }

  /** By what its occurrences are known, in order. */
  public List<LocalDateTime> starts() {
    return allStarts().stream().filter(s -> !except.contains(s)).toList();
  }

  /** The same with those that are left out. */
  public List<LocalDateTime> allStarts() {
    return rule.starts(first.start());
  }

  /** When the occurrence takes place that is known by the start. */
  public LocalWindow at(LocalDateTime start) {
    return first.startingAt(start);
  }
}
