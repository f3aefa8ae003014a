package direttore.calendar.feed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A change of clocks that comes every year, as RFC 5545 writes it. */
final class YearlyRule {
  private YearlyRule() {}

  /**
   * The rule, or null for one that needs more than a month, a day of the week and days of the
   * month.
   *
   * @param change one of those that it makes
   */
  static @Nullable String text(ZoneOffsetTransitionRule rule, ZoneOffsetTransition change) {
    var local = change.getDateTimeBefore().toLocalDate();
    var named = named(rule, local.getYear());
    // The clock on the wall may show another day than the one that the rule names.
    int shift = Math.toIntExact(ChronoUnit.DAYS.between(named, local));
    int latest = latest(rule);
    if (local.getMonth() != rule.getMonth() || latest == 0) {
      return null;
    }
    var month = "FREQ=YEARLY;BYMONTH=%d".formatted(rule.getMonth().getValue());
    if (rule.getDayOfWeek() == null) {
      return month + ";BYMONTHDAY=%d".formatted(latest + shift);
    }
    int first = latest - 6 + shift;
    int last = latest + shift;
    int length = rule.getMonth().maxLength();
    if (first < 1 || last > length) {
      return null;
    }
    var day = day(local.getDayOfWeek());
    if (last == length) {
      return month + ";BYDAY=-1" + day;
    }
    if (last % 7 == 0) {
      return month + ";BYDAY=%d%s".formatted(last / 7, day);
    }
    var days =
        IntStream.rangeClosed(first, last)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    return month + ";BYMONTHDAY=%s;BYDAY=%s".formatted(days, day);
  }

  /** The latest day of the month that it may name; 0 where that depends on the year. */
  private static int latest(ZoneOffsetTransitionRule rule) {
    int indicator = rule.getDayOfMonthIndicator();
    if (indicator > 0) {
      return rule.getDayOfWeek() == null ? indicator : indicator + 6;
    }
    return rule.getMonth() == Month.FEBRUARY ? 0 : rule.getMonth().maxLength() + 1 + indicator;
  }

  /** The day that it names in a year. */
  private static LocalDate named(ZoneOffsetTransitionRule rule, int year) {
    int indicator = rule.getDayOfMonthIndicator();
    var month = LocalDate.of(year, rule.getMonth(), 1);
    var day = rule.getDayOfWeek();
    if (indicator < 0) {
      var base = month.withDayOfMonth(month.lengthOfMonth() + 1 + indicator);
      return day == null ? base : base.with(TemporalAdjusters.previousOrSame(day));
    }
    var base = month.withDayOfMonth(indicator);
    return day == null ? base : base.with(TemporalAdjusters.nextOrSame(day));
  }

  private static String day(DayOfWeek day) {
    return day.name().substring(0, 2);
  }
}
