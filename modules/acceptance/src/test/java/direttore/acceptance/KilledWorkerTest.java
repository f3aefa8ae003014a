package direttore.acceptance;

/** The lane of operations that make a guest. */
class KilledWorkerTest extends WorkerStrikes {
  KilledWorkerTest() {
    super(Scenario::makesGuest);
  }
}
