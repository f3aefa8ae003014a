package direttore.domain.reservation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has to say that they use what they reserved, or else it is returned.
 *
 * @param within how long after the moment from which it can be used
 * @param at when somebody said so; null as long as nobody has
 */
public record CheckIn(Duration within, @Nullable Instant at) {
  /** How long before its start somebody can say so. */
  public static final Duration EARLY = Duration.ofMinutes(15);

  public CheckIn {
    if (!within.isPositive()) {
      throw new IllegalArgumentException("there is time to check in");
    }
  }

  /** One that nobody has answered; null where no minutes are asked for. */
  public static @Nullable CheckIn within(@Nullable Integer minutes) {
    return minutes == null ? null : new CheckIn(Duration.ofMinutes(minutes), null);
  }

  /** Whether nobody has checked in. */
  public boolean pending() {
    return at == null;
  }

  /** Somebody has checked in. */
  public CheckIn answered(Instant now) {
    return pending() ? new CheckIn(within, now) : this;
  }

  /** It is asked for anew. */
  public CheckIn anew() {
    return new CheckIn(within, null);
  }

  /** What is asked for from now on, where somebody may have checked in before. */
  public static @Nullable CheckIn next(@Nullable CheckIn before, @Nullable CheckIn asked) {
    return before == null || before.pending() ? asked : before;
  }
}
