package direttore.domain.reservation.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How rules speak of times and lengths. */
record Words(ZoneId zone) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  String at(Instant moment) {
    return MOMENT.format(moment.atZone(zone));
  }

  /** Such as {@code 1 hour 30 minutes}. */
  String length(long minutes) {
    var days = minutes % 1440 == 0 ? minutes / 1440 : 0;
    if (days > 1) {
      return many(days, "day");
    }
    var hours = minutes / 60;
    var rest = minutes % 60;
    return hours == 0
        ? many(rest, "minute")
        : many(hours, "hour") + (rest == 0 ? "" : " " + many(rest, "minute"));
  }

  static String many(long count, String one) {
    return count == 1 ? "1 " + one : "%d %ss".formatted(count, one);
  }
}
