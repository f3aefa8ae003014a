package direttore.domain.reservation.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;

/**
 * What is meant by the clocks of a place, with the instants that were computed of it.
 *
 * @param id what it is
 */
public record Anchored(long id, LocalWindow meant, Instant from, Instant to) {
  /** The same by what is known of the clocks now. */
  public Anchored by(ZoneData data) {
    var rules = data.rules(meant.zone());
    return new Anchored(
        id,
        meant,
        shows(rules, from, meant.start()) ? from : meant.startsAt(rules),
        shows(rules, to, meant.end()) ? to : meant.endsAt(rules));
  }

  /** Also the second time of those that come twice. */
  private static boolean shows(ZoneRules rules, Instant moment, LocalDateTime wanted) {
    return LocalDateTime.ofInstant(moment, rules.getOffset(moment)).equals(wanted);
  }

  /** Whether there is anything of it. */
  public boolean lasts() {
    return from.isBefore(to);
  }
}
