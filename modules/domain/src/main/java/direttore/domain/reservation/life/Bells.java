package direttore.domain.reservation.life;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is due for reservations, by the clock of the database, which all processes share. */
public interface Bells {
  /**
   * Rings some of what is due and nobody else rings at this moment, in the order of {@link
   * BellKind} where several are due at one moment; answers whose they were, in turn. Empty where
   * nothing is due.
   *
   * @param except reservations that are left alone
   * @throws Cracked when it cannot be done for one of them; then none of them rang
   */
  List<Long> ring(Set<Long> except);

  /** How long nothing is due, empty where nothing is to come. */
  Optional<Duration> next();

  /** What is due for a reservation cannot be done. */
  final class Cracked extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long reservation;

    public Cracked(long reservation, Throwable cause) {
      super("what is due for reservation %d cannot be done".formatted(reservation), cause);
      this.reservation = reservation;
    }

    public long reservation() {
      return reservation;
    }
  }
}
