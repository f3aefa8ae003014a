package direttore.domain.reservation.life;

import java.time.Duration;
import java.util.Optional;

/** What is due for reservations, by the clock of the database, which all processes share. */
public interface Bells {
  /**
   * Rings the first that is due and that nobody else rings at this moment, in the order of {@link
   * BellKind} where several are due at one moment; answers whose it was.
   */
  Optional<Long> ring();

  /** How long nothing is due, empty where nothing is to come. */
  Optional<Duration> next();
}
