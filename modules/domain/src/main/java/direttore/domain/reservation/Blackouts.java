package direttore.domain.reservation;

import direttore.domain.operation.Submitter;
import java.util.List;

/** Where it is decided what becomes of what is in the way of a blackout. */
public interface Blackouts {
  /** So many reservations are called off at once, at the most. */
  int MOST_CANCELLED = 200;

  /**
   * Closes all of it or nothing; answers the blackout that the same idempotency key made before.
   * Refuses with {@code ReservationConflict} what is in the way where that shall not be, and where
   * nothing is left to be closed.
   */
  Made make(NewBlackout wanted, Submitter by);

  /**
   * A blackout.
   *
   * @param cancelled what was called off for it
   * @param kept what stays beside it
   */
  record Made(Reservation blackout, List<Long> cancelled, List<Long> kept) {
    public Made {
      cancelled = List.copyOf(cancelled);
      kept = List.copyOf(kept);
    }
  }
}
