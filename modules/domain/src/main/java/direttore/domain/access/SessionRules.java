package direttore.domain.access;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param idle after so long without use they end, 1 minute or more
 * @param longest after so long they end in any case, no shorter than {@code idle}
 */
public record SessionRules(Duration idle, Duration longest) {
  public static final SessionRules USUAL =
      new SessionRules(Duration.ofHours(12), Duration.ofDays(14));

  public SessionRules {
    if (idle.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(idle) < 0) {
      throw new IllegalArgumentException("sessions end after %s, %s".formatted(idle, longest));
    }
  }
}
