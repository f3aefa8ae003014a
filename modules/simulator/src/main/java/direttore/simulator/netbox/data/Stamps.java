package direttore.simulator.netbox.data;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as PostgreSQL keeps them: to the microsecond, each later than the one before. */
final class Stamps {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private Instant last = Instant.EPOCH;

  Stamps(InstantSource clock) {
    this.clock = clock;
  }

  String next() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    return FORM.format(last);
  }
}
