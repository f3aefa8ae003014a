package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskProcess;
import java.time.Duration;

/** Stops guests of one kind, kindly or not. */
public abstract class Halt {
  /** How many seconds a guest has where nothing else is said. */
  protected static final long USUAL_TIMEOUT = 60;

  private static final int STOP_PART = 8;

  /** Where the guests are. */
  protected final Site site;

  private final Kind kind;
  private final Boot boot;

  protected Halt(Site site, Kind kind, Boot boot) {
    this.site = site;
    this.kind = kind;
    this.boot = boot;
  }

  /** Pulls the plug. */
  public final void stop(String node, int vmid, TaskProcess worker) throws InterruptedException {
    site.locked(
        kind,
        node,
        vmid,
        worker,
        guest -> {
          // A container that ended meanwhile is stopped once more.
          if (guest.running() || kind == Kind.LXC) {
            GuestLocks.check(guest);
            kill(worker);
            off(vmid);
          }
        });
  }

  /**
   * Asks the guest to shut down.
   *
   * @param timeout in seconds, negative for the usual time
   */
  public final void shutdown(String node, int vmid, long timeout, boolean force, TaskProcess worker)
      throws InterruptedException {
    site.locked(
        kind,
        node,
        vmid,
        worker,
        guest -> {
          if (guest.running()) {
            GuestLocks.check(guest);
            ask(guest, timeout, force, worker);
          }
        });
  }

  /** Shuts the guest down, a container by force if need be, and starts it again. */
  public final void reboot(String node, int vmid, long timeout, TaskProcess worker)
      throws InterruptedException {
    site.locked(
        kind,
        node,
        vmid,
        worker,
        guest -> {
          if (guest.running()) {
            if (kind == Kind.QEMU) {
              GuestLocks.check(guest);
            }
            ask(guest, timeout, kind == Kind.LXC, worker);
            boot.launch(site.guests().load(kind, node, vmid), worker);
          }
        });
  }

  /** Does the guest shut down when asked to? */
  protected abstract boolean obeys(Guest guest);

  /** How long that takes. */
  protected abstract Duration need();

  /** How many seconds the guest usually has. */
  protected abstract long usualTimeout(Guest guest);

  /** Waits in vain, then stops the guest by force or gives up. */
  protected abstract void insist(Guest guest, Duration patience, boolean force, TaskProcess worker)
      throws InterruptedException;

  /** Spends the time that it takes to stop a guest by force. */
  protected final void kill(TaskProcess worker) throws InterruptedException {
    worker.spend(site.pace().part(STOP_PART));
  }

  private void ask(Guest guest, long timeout, boolean force, TaskProcess worker)
      throws InterruptedException {
    var patience = Duration.ofSeconds(timeout < 0 ? usualTimeout(guest) : timeout);
    if (obeys(guest) && need().compareTo(patience) <= 0) {
      worker.spend(need());
    } else {
      insist(guest, patience, force, worker);
    }
    off(guest.vmid());
  }

  private void off(int vmid) {
    site.guests().change(vmid, g -> g.running(Run.STOPPED));
  }
}
