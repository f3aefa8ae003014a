package direttore.acceptance;

/** The lane of operations on a guest that there is. */
class KilledWorkerOnGuestTest extends WorkerStrikes {
  KilledWorkerOnGuestTest() {
    super(scenario -> !scenario.makesGuest());
  }
}
