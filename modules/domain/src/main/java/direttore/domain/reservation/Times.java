package direttore.domain.reservation;

import direttore.domain.Refusal;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When something is reserved, in the zone of whoever meant it. Instants are computed here, never by
 * the database, whose time-zone data may be of another age.
 */
public record Times(Window window, ZoneId zone) {
  private static final int LONGEST_ZONE = 64;

  public Times {
    if (zone.getId().length() > LONGEST_ZONE) {
      throw new Refusal.Invalid("time_zone", "must be the name of a zone, such as Europe/Rome");
    }
  }

  /**
   * By the clock on the wall there. A time that a change of clocks skips is taken as much later as
   * the clocks were set forward; one that comes twice is its first.
   */
  public static Times local(LocalDateTime start, LocalDateTime end, ZoneId zone) {
    return new Times(
        new Window(start.atZone(zone).toInstant(), end.atZone(zone).toInstant()), zone);
  }

  /** What the clock on the wall shows at the start. */
  public LocalDateTime startLocal() {
    return LocalDateTime.ofInstant(window.from(), zone);
  }

  /** What the clock on the wall shows at the end. */
  public LocalDateTime endLocal() {
    return LocalDateTime.ofInstant(window.to(), zone);
  }

  /** Another window, as the same people mean it. */
  public Times at(Window other) {
    return new Times(other, zone);
  }
}
