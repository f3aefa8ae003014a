package direttore.api.http;

import direttore.domain.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date and time as RFC 3339 writes it, with whatever offset. */
public final class Moment {
  // A plus that the client forgot to percent-encode arrives as a blank.
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9})\\d*)?)?"
              + "(?:[Zz]|([+ -])(\\d{2}):(\\d{2}))");

  private static final Pattern LOCAL_FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");

  private Moment() {}

  /**
   * The moment that the text names; one without an offset is what the clock on the wall of a zone
   * shows. A time that comes twice there is its first, and one that the clocks skip is refused.
   * Parts of seconds do not count.
   *
   * @param name of the field that it came in
   */
  public static Instant parse(String name, String text, ZoneId zone) {
    return LOCAL_FORM.matcher(text).matches()
        ? local(name, text, zone)
        : parse(name, text).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant local(String name, String text, ZoneId zone) {
    try {
      var wall = LocalDateTime.parse(text.replace(' ', 'T').replace('t', 'T'));
      var offsets = zone.getRules().getValidOffsets(wall);
      if (offsets.isEmpty()) {
        throw new Refusal.Invalid(
            name,
            "must be a time that there is: in %s the clocks are set forward over %s"
                .formatted(zone.getId(), wall));
      }
      return wall.toInstant(offsets.getFirst()).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw refused(name);
    }
  }

  /**
   * The moment that the text names.
   *
   * @param name of the parameter that it came in
   */
  static Instant parse(String name, String text) {
    var match = FORM.matcher(text);
    try {
      if (match.matches()) {
        return at(match);
      }
    } catch (DateTimeException e) {
      throw refused(name);
    }
    throw refused(name);
  }

  private static Instant at(Matcher match) {
    var minute = LocalDateTime.parse(match.group(1) + "T" + match.group(2));
    return minute
        .toInstant(ZoneOffset.UTC)
        .plusSeconds(within("0" + orZero(match.group(3)), 60))
        .plusNanos(Long.parseLong((orZero(match.group(4)) + "000000000").substring(0, 9)))
        .minus(offset(match));
  }

  /** Java knows offsets of 18 hours at most, RFC 3339 of 23:59. */
  private static Duration offset(Matcher match) {
    var hours = within(orZero(match.group(6)), 23);
    var minutes = within(orZero(match.group(7)), 59);
    var offset = Duration.ofHours(hours).plusMinutes(minutes);
    return "-".equals(match.group(5)) ? offset.negated() : offset;
  }

  private static long within(String digits, long most) {
    var value = Long.parseLong(digits);
    if (value > most) {
      throw new DateTimeException("more than " + most);
    }
    return value;
  }

  private static String orZero(@Nullable String digits) {
    return digits == null ? "0" : digits;
  }

  private static Refusal.Invalid refused(String name) {
    return new Refusal.Invalid(
        name, "must be a date and time such as 2026-03-01T09:00:00Z or 2026-03-01T10:00:00+01:00");
  }
}
