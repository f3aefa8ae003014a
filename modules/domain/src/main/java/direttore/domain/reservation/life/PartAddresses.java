package direttore.domain.reservation.life;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Submitter;

/** Sees to the addresses of NetBox that guests of reservations are to have. */
@FunctionalInterface
public interface PartAddresses {
  /**
   * The order of a part's guest with the addresses that are held for it. To be asked again after a
   * while where they are not held yet.
   *
   * @param attempt how often the guest was ordered before: each attempt has addresses of its own
   * @param by in whose name they are held
   */
  Addressed of(Part part, int attempt, GuestOrder order, Submitter by);

  /** How far the addresses of a guest are. */
  sealed interface Addressed {
    /** All that it is to have are held, or it is to have none. */
    record Ready(GuestOrder order) implements Addressed {}

    /** Some are being held. */
    record Coming() implements Addressed {}

    /** One cannot be had. */
    record None(Failure why) implements Addressed {}
  }
}
