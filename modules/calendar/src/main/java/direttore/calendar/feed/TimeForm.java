package direttore.calendar.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How times are written.
 *
 * @param zone by whose clocks, or null for UTC
 */
record TimeForm(@Nullable ZoneId zone) {
  static final TimeForm UTC = new TimeForm(null);

  private static final Set<String> NAMES_OF_UTC =
      Set.of("UTC", "Etc/UTC", "UCT", "Etc/UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal");

  /** By the clocks of the zone, unless one of the times comes twice there. */
  static TimeForm of(ZoneId zone, Instant... times) {
    return zone instanceof ZoneOffset
            || NAMES_OF_UTC.contains(zone.getId())
            || Stream.of(times).anyMatch(t -> comesTwice(t, zone))
        ? UTC
        : new TimeForm(zone);
  }

  private static boolean comesTwice(Instant time, ZoneId zone) {
    var local = LocalDateTime.ofInstant(time, zone);
    return zone.getRules().getValidOffsets(local).size() > 1;
  }

  String line(String property, Instant time) {
    return zone == null
        ? "%s:%s".formatted(property, Stamp.utc(time))
        : "%s;TZID=%s:%s"
            .formatted(property, zone.getId(), Stamp.local(LocalDateTime.ofInstant(time, zone)));
  }
}
