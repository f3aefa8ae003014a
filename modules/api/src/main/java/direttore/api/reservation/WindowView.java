package direttore.api.reservation;

import direttore.domain.reservation.Window;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A time in answers. */
record WindowView(OffsetDateTime from, OffsetDateTime until) {
  static WindowView of(Window window, ZoneId zone) {
    return new WindowView(Zones.at(window.from(), zone), Zones.at(window.to(), zone));
  }
}
