package direttore.app.wiring;

import direttore.domain.Refusal;
import direttore.domain.guest.VmId;
import direttore.domain.provision.OwnerSweep;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Keeps true who has which guest: what failed is looked at often, the rest now and then. */
final class OwnerSweeping implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OwnerSweeping.class.getName());
  private static final Duration BETWEEN = Duration.ofSeconds(15);
  private static final int WHOLE_EVERY = 20;
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
      for (long round = 0; ; round++) {
        Thread.sleep(BETWEEN);
        round(sweep, round % WHOLE_EVERY == 0);
      }
    } catch (InterruptedException e) {
      // Told to stop.
      Thread.currentThread().interrupt();
    }
  }

  private static void round(OwnerSweep sweep, boolean whole) {
    try {
      sweep.freeRoom().forEach(a -> forgotten(a.guest().vmid(), a.owner()));
      if (whole) {
        sweep.sweep().forEach(h -> forgotten(h.vmid(), h.owner()));
        sweep
            .restore()
            .forEach(
                f -> LOG.log(Level.INFO, "guest {0} of {1} is there again", f.vmid(), f.owner()));
      }
    } catch (Refusal e) {
      LOG.log(Level.DEBUG, "owners are not swept now", e);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "owners cannot be swept; tried again later", e);
    }
  }

  private static void forgotten(VmId vmid, String owner) {
    LOG.log(Level.INFO, "guest {0} of {1} no longer counts: it is gone, or another", vmid, owner);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
