package direttore.store.reservation;

import direttore.domain.reservation.Reservation;
import io.helidon.dbclient.DbExecute;

/**
 * What a reservation brings with it, such as its parts and its bells: written in the transaction
 * that decides it, so that both are there or neither.
 */
public interface Consequences {
  /** Nothing. */
  Consequences NONE =
      new Consequences() {
        @Override
        public void booked(DbExecute execute, Reservation reservation) {
          // Nothing is brought.
        }

        @Override
        public void changed(DbExecute execute, Reservation before, Reservation after) {
          // Nothing is brought.
        }
      };

  /** It was booked, or asked for. */
  void booked(DbExecute execute, Reservation reservation);

  /** It was changed, called off or given back. */
  void changed(DbExecute execute, Reservation before, Reservation after);
}
