package direttore.calendar.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as RFC 5545 writes them. */
final class Stamp {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private Stamp() {}

  static String local(LocalDateTime time) {
    return FORM.format(time);
  }

  static String utc(Instant time) {
    return FORM.format(time.atOffset(ZoneOffset.UTC)) + "Z";
  }
}
