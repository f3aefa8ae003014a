package direttore.simulator.pve.lxc;

import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Pending;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.guest.Settings;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.Worker;
import java.time.Duration;
import java.util.List;

/** Starts and stops containers (PVE::LXC vm_start, vm_stop). */
final class LxcBoot {
  private static final int START_PART = 4;
  private static final int STOP_PART = 8;
  private static final long USUAL_TIMEOUT = 60;

  private final Site site;

  LxcBoot(Site site) {
    this.site = site;
  }

  /** Starts a task that starts the container. */
  String autostart(String node, int vmid, Caller caller) {
    return site.task(Kind.LXC, "start", node, vmid, caller, worker -> start(node, vmid, worker));
  }

  /** Starts the container, waiting for its lock file. */
  void start(String node, int vmid, Worker worker) throws InterruptedException {
    locked(
        node,
        vmid,
        worker,
        guest -> {
          if (guest.isTemplate()) {
            throw new Failure("you can't start a CT if it's a template");
          }
          if (!"mounted".equals(guest.lock())) {
            GuestLocks.check(guest);
          }
          if (!guest.running()) {
            launch(guest, worker);
          }
        });
  }

  /** Ends every process in the container. */
  void stop(String node, int vmid, Worker worker) throws InterruptedException {
    locked(
        node,
        vmid,
        worker,
        guest -> {
          GuestLocks.check(guest);
          worker.spend(site.pace().part(STOP_PART));
          off(guest);
        });
  }

  /**
   * Asks the container to shut down; one with the tag {@code deaf} does not listen.
   *
   * @param timeout in seconds, negative for the usual minute
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
            off(guest);
          }
        });
  }

  /** Shuts the container down, by force if need be, and starts it again. */
  void reboot(String node, int vmid, long timeout, Worker worker) throws InterruptedException {
    locked(
        node,
        vmid,
        worker,
        guest -> {
          if (guest.running()) {
            ask(guest, timeout, true, worker);
            launch(off(guest), worker);
          }
        });
  }

  private void launch(Guest guest, Worker worker) throws InterruptedException {
    NetworkDevices.plug(guest, site.nodes());
    for (var mount : Mounts.of(guest.config()).values()) {
      var volid = Volid.parse(Mounts.volume(mount));
      if (volid != null) {
        site.disks().existing(guest.node(), volid);
      }
    }
    worker.spend(site.pace().part(START_PART));
    var run = Run.started(site.ids().pid(), worker.now().getEpochSecond());
    site.guests().change(guest.vmid(), g -> Pending.applied(g).running(run));
  }

  private void ask(Guest guest, long timeout, boolean force, Worker worker)
      throws InterruptedException {
    var patience = Duration.ofSeconds(timeout < 0 ? USUAL_TIMEOUT : timeout);
    var need = site.pace().part(2);
    var deaf = List.of(Settings.tags(guest.get("tags", "")).split(";", -1)).contains("deaf");
    if (!deaf && need.compareTo(patience) <= 0) {
      worker.spend(need);
      return;
    }
    worker.spend(patience);
    if (!force) {
      worker.log(
          "command 'lxc-stop -n %d --nokill --timeout %d' failed: exit code 1"
              .formatted(guest.vmid(), patience.toSeconds()));
      throw new Failure("container did not stop");
    }
  }

  private Guest off(Guest guest) {
    return site.guests().change(guest.vmid(), g -> g.running(Run.STOPPED));
  }

  private void locked(String node, int vmid, Worker worker, Site.Action action)
      throws InterruptedException {
    site.locked(Kind.LXC, node, vmid, worker, action);
  }
}
