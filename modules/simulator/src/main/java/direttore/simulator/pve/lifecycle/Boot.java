package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskProcess;

/** Starts guests of one kind. */
public abstract class Boot {
  /** Into how many parts of the time of a creation a start fits. */
  protected static final int START_PART = 4;

  /** Where the guests are. */
  protected final Site site;

  private final Kind kind;

  protected Boot(Site site, Kind kind) {
    this.site = site;
    this.kind = kind;
  }

  /** Starts a task that starts the guest. */
  public final String autostart(String node, int vmid, Caller caller) {
    return site.task(kind, "start", node, vmid, caller, worker -> start(node, vmid, worker));
  }

  /** Starts the guest, waiting for its lock file. */
  public final void start(String node, int vmid, TaskProcess worker) throws InterruptedException {
    site.locked(
        kind,
        node,
        vmid,
        worker,
        guest -> {
          if (mayStart(guest)) {
            launch(guest, worker);
          }
        });
  }

  /** Is there something to start? Refuses guests that cannot be. */
  protected abstract boolean mayStart(Guest guest);

  /** Starts the guest whose lock file is held. */
  protected abstract void launch(Guest guest, TaskProcess worker) throws InterruptedException;
}
