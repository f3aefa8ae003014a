package direttore.domain.reservation.recurrence;

import static direttore.domain.reservation.recurrence.RecurrenceRule.refusal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules as RFC 5545 writes them.
 *
 * @param zone by whose clocks times in UTC are taken
 */
record RuleText(ZoneId zone) {
  private static final String PREFIX = "RRULE:";
  private static final int MOST_TEXT = 500;
  private static final List<String> PARTS = List.of("FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  RecurrenceRule read(String text) {
    var parts = parts(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
    return new RecurrenceRule(
        frequency(parts.get("FREQ")),
        parts.containsKey("INTERVAL") ? number("INTERVAL", parts.get("INTERVAL")) : 1,
        parts.containsKey("BYDAY") ? days(parts.get("BYDAY")) : Set.of(),
        end(parts.get("COUNT"), parts.get("UNTIL")));
  }

  static String write(RecurrenceRule rule) {
    var text = new StringBuilder("FREQ=").append(rule.frequency());
    if (rule.interval() > 1) {
      text.append(";INTERVAL=").append(rule.interval());
    }
    if (!rule.days().isEmpty()) {
      var days = rule.days().stream().map(d -> DAYS.get(d.getValue() - 1));
      text.append(";BYDAY=").append(days.collect(Collectors.joining(",")));
    }
    return switch (rule.end()) {
      case RuleEnd.Count(var times) -> text.append(";COUNT=").append(times).toString();
      case RuleEnd.Until(var last) -> text.append(";UNTIL=").append(TIME.format(last)).toString();
    };
  }

  private static Map<String, String> parts(String text) {
    if (text.isBlank() || text.length() > MOST_TEXT) {
      throw refusal("must be a rule such as FREQ=WEEKLY;COUNT=12");
    }
    var parts = new LinkedHashMap<String, String>();
    for (var part : text.toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      var name = equals < 0 ? part : part.substring(0, equals);
      if (!PARTS.contains(name)) {
        throw refusal("has %s, which is not supported; a rule has %s".formatted(cut(name), PARTS));
      }
      if (equals < 0 || equals == part.length() - 1) {
        throw refusal("has %s without a value".formatted(name));
      }
      if (parts.put(name, part.substring(equals + 1)) != null) {
        throw refusal("has %s twice".formatted(name));
      }
    }
    return parts;
  }

  private static Frequency frequency(@Nullable String value) {
    return switch (value) {
      case "DAILY" -> Frequency.DAILY;
      case "WEEKLY" -> Frequency.WEEKLY;
      case null -> throw refusal("needs FREQ=DAILY or FREQ=WEEKLY");
      default -> throw refusal("FREQ must be DAILY or WEEKLY, not %s".formatted(cut(value)));
    };
  }

  private static Set<DayOfWeek> days(String value) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var word : value.split(",", -1)) {
      int day = DAYS.indexOf(word);
      if (day < 0) {
        throw refusal("BYDAY must list days such as MO,WE, not %s".formatted(cut(word)));
      }
      days.add(DayOfWeek.of(day + 1));
    }
    return days;
  }

  private RuleEnd end(@Nullable String count, @Nullable String until) {
    if (count != null && until != null) {
      throw refusal("has COUNT and UNTIL, but may have only one of them");
    }
    if (count != null) {
      return new RuleEnd.Count(number("COUNT", count));
    }
    if (until != null) {
      return new RuleEnd.Until(until(until));
    }
    throw refusal("needs COUNT or UNTIL: a series ends");
  }

  private LocalDateTime until(String value) {
    try {
      if (value.endsWith("Z")) {
        var utc = LocalDateTime.parse(value.substring(0, value.length() - 1), TIME);
        return LocalDateTime.ofInstant(utc.toInstant(ZoneOffset.UTC), zone);
      }
      return value.contains("T")
          ? LocalDateTime.parse(value, TIME)
          : LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atTime(LAST_SECOND);
    } catch (DateTimeException _) {
      throw refusal(
          "UNTIL must be a time such as 20270630T180000 or a date such as 20270630, not %s"
              .formatted(cut(value)));
    }
  }

  private static int number(String name, String value) {
    if (!value.matches("[0-9]{1,6}")) {
      throw refusal("%s must be a whole number, not %s".formatted(name, cut(value)));
    }
    return Integer.parseInt(value);
  }

  private static String cut(String word) {
    return word.length() > 40 ? word.substring(0, 40) + "…" : word;
  }
}
