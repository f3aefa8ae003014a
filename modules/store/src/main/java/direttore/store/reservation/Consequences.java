package direttore.store.reservation;

import direttore.domain.reservation.Reservation;
import direttore.domain.reservation.life.Bell;
import io.helidon.dbclient.DbExecute;
import java.util.List;
import java.util.Optional;

/**
 * What a reservation brings with it, such as its parts and its bells: written in the transaction
 * that decides it, so that both are there or neither.
 */
public interface Consequences {
  /** Nothing. */
  Consequences NONE =
      new Consequences() {
        @Override
        public Optional<List<Bell>> bellsAlone(Reservation reservation) {
          return Optional.of(List.of());
        }

        @Override
        public void booked(DbExecute execute, Reservation reservation) {
          // Nothing is brought.
        }

        @Override
        public void changed(DbExecute execute, Reservation before, Reservation after) {
          // Nothing is brought.
        }
      };

  /** Each of them, in turn. */
  static Consequences all(Consequences... each) {
    return new AllConsequences(List.of(each));
  }

  /**
   * The bells of a reservation that brings nothing else, which are written in the statement that
   * decides it; empty where {@link #booked} has to write.
   */
  default Optional<List<Bell>> bellsAlone(Reservation reservation) {
    return Optional.empty();
  }

  /** It was booked, or asked for; unless its bells were all. */
  void booked(DbExecute execute, Reservation reservation);

  /** It was changed, called off or given back. */
  void changed(DbExecute execute, Reservation before, Reservation after);
}
