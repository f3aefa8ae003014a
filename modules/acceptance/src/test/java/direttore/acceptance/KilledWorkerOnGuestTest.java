package direttore.acceptance;

import org.junit.jupiter.api.Order;

/** The lane of operations on a guest that there is. */
@Order(5)
class KilledWorkerOnGuestTest extends WorkerStrikes {
  KilledWorkerOnGuestTest() {
    super(scenario -> !scenario.makesGuest());
  }
}
