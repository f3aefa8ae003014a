package direttore.acceptance;

import org.junit.jupiter.api.Order;

/** The lane of operations that make a guest. */
@Order(4)
class KilledWorkerTest extends WorkerStrikes {
  KilledWorkerTest() {
    super(Scenario::makesGuest);
  }
}
