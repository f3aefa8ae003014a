package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.Worker;
import java.time.Duration;

/** Stops virtual machines, kindly or not (PVE::QemuServer::vm_stop). */
final class Halt {
  private static final int STOP_PART = 8;
  private static final long USUAL_TIMEOUT = 60;

  private final Site site;
  private final Machine machine;

  Halt(Site site, Machine machine) {
    this.site = site;
    this.machine = machine;
  }

  /** Pulls the plug. */
  void stop(String node, int vmid, Worker worker) throws InterruptedException {
    locked(
        node,
        vmid,
        worker,
        guest -> {
          if (guest.running()) {
            GuestLocks.check(guest);
            worker.spend(site.pace().part(STOP_PART));
            off(vmid);
          }
        });
  }

  /**
   * Asks the machine to shut down.
   *
   * @param timeout in seconds, negative for what its configuration says
   */
  void shutdown(String node, int vmid, long timeout, boolean force, Worker worker)
      throws InterruptedException {
    locked(
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

  /** Shuts the machine down and starts it again. */
  void reboot(String node, int vmid, long timeout, Boot boot, Worker worker)
      throws InterruptedException {
    locked(
        node,
        vmid,
        worker,
        guest -> {
          if (guest.running()) {
            GuestLocks.check(guest);
            ask(guest, timeout, false, worker);
            boot.launch(site.guests().load(Kind.QEMU, node, vmid), worker);
          }
        });
  }

  private void ask(Guest guest, long timeout, boolean force, Worker worker)
      throws InterruptedException {
    var patience = Duration.ofSeconds(timeout < 0 ? usual(guest) : timeout);
    var need = site.pace().unit();
    if (machine.obeys(guest) && need.compareTo(patience) <= 0) {
      worker.spend(need);
    } else {
      insist(guest, patience, force, worker);
    }
    off(guest.vmid());
  }

  private void insist(Guest guest, Duration patience, boolean force, Worker worker)
      throws InterruptedException {
    if (Machine.hasAgentOption(guest)
        && !machine.agentAnswers(guest, worker.now().getEpochSecond())) {
      worker.log(
          "QEMU Guest Agent is not running - VM %d qga command 'guest-ping' failed - got timeout"
              .formatted(guest.vmid()));
    }
    worker.spend(patience);
    if (!force) {
      throw new Failure("VM quit/powerdown failed - got timeout");
    }
    worker.log("VM still running - terminating now with SIGTERM");
    worker.spend(site.pace().part(STOP_PART));
  }

  private static long usual(Guest guest) {
    var down = PropertyString.parse(guest.get("startup", "")).get("down");
    return down == null ? USUAL_TIMEOUT : Long.parseLong(down);
  }

  private void off(int vmid) {
    site.guests().change(vmid, g -> g.running(Run.STOPPED));
  }

  private void locked(String node, int vmid, Worker worker, Site.Action action)
      throws InterruptedException {
    site.locked(Kind.QEMU, node, vmid, worker, action);
  }
}
