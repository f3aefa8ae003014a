package direttore.domain.reservation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something which a reservation has is out of service.
 *
 * @param why it is
 * @param expectedBack when it is expected to be well again, or null
 */
public record AtRisk(Resource.Ref resource, String why, @Nullable Instant expectedBack) {
  /** What begins later may be well again by then, and is not worried about. */
  public static final Duration AHEAD = Duration.ofDays(7);

  /** Whether a reservation runs, or begins so soon that it is worried about. */
  public static boolean near(Reservation reservation, Instant now) {
    return reservation.phase().open()
        && !reservation.window().from().isAfter(now.plus(AHEAD))
        && reservation.window().to().isAfter(now);
  }
}
