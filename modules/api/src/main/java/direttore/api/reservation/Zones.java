package direttore.api.reservation;

import direttore.api.http.Fields;
import direttore.api.http.Moment;
import direttore.domain.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Zones that people name, and times in them. */
final class Zones {
  private Zones() {}

  /** The zone that {@code time_zone} names, or what holds without it. */
  static ZoneId read(Fields fields, ZoneId otherwise) {
    var zone = fields.made("time_zone", fields.text("time_zone"), Zones::parse);
    return zone == null ? otherwise : zone;
  }

  private static ZoneId parse(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new Refusal.Invalid("time_zone", "must be the name of a zone, such as Europe/Rome");
    }
    return ZoneId.of(name);
  }

  /** The moment of a field, or null where it is absent or wrong. */
  static @Nullable Instant moment(Fields fields, String name, ZoneId zone) {
    return fields.made(name, fields.text(name), text -> Moment.parse(name, text, zone));
  }

  static OffsetDateTime at(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toOffsetDateTime();
  }
}
