package direttore.app;

import direttore.domain.Refusal;
import direttore.domain.provision.OwnerSweep;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Forgets the owners of guests that are gone, every few minutes. */
final class OwnerSweeping implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OwnerSweeping.class.getName());
  private static final Duration BETWEEN = Duration.ofMinutes(5);
  private final Thread thread;

  private OwnerSweeping(OwnerSweep sweep) {
    this.thread = Thread.ofVirtual().name("owner-sweep").unstarted(() -> run(sweep));
  }

  static OwnerSweeping start(OwnerSweep sweep) {
    var sweeping = new OwnerSweeping(sweep);
    sweeping.thread.start();
    return sweeping;
  }

  private static void run(OwnerSweep sweep) {
    try {
      while (true) {
        Thread.sleep(BETWEEN);
        try {
          sweep
              .sweep()
              .forEach(owner ->
                  LOG.log(
                      Level.INFO,
                      "guest {0} of {1} is gone without us",
                      owner.vmid(),
                      owner.name()));
        } catch (Refusal e) {
          LOG.log(Level.DEBUG, "owners are not swept now", e);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "owners cannot be swept; tried again later", e);
        }
      }
    } catch (InterruptedException e) {
      // Told to stop.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
