package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Pending;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Volid;
import direttore.simulator.pve.task.TaskProcess;

/** Starts containers (PVE::LXC vm_start). */
final class LxcBoot extends Boot {

  LxcBoot(Site site) {
    super(site, Kind.LXC);
  }

  @Override
  protected boolean mayStart(Guest guest) {
    if (guest.isTemplate()) {
      throw new Failure("you can't start a CT if it's a template");
    }
    if (!"mounted".equals(guest.lock())) {
      GuestLocks.check(guest);
    }
    return !guest.running();
  }

  @Override
  protected void launch(Guest guest, TaskProcess worker) throws InterruptedException {
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
}
