package direttore.simulator.pve.qemu;

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

/** Starts virtual machines (PVE::QemuServer::vm_start). */
final class QemuBoot extends Boot {

  QemuBoot(Site site) {
    super(site, Kind.QEMU);
  }

  @Override
  protected void launch(Guest guest, TaskProcess worker) throws InterruptedException {
    var ready = Pending.applied(guest);
    drives(ready, worker);
    try {
      NetworkDevices.plug(ready, site.nodes());
    } catch (Failure e) {
      throw plugFailure(ready, e, worker);
    }
    var half = site.pace().part(START_PART).dividedBy(2);
    worker.spend(half);
    try {
      worker.spend(half);
    } catch (InterruptedException e) {
      // By now the machine has a process of its own, which outlives the task.
      run(guest, worker);
      throw e;
    }
    run(guest, worker);
  }

  private void run(Guest guest, TaskProcess worker) {
    var run = Run.started(site.ids().pid(), worker.now().getEpochSecond());
    site.guests()
        .change(
            guest.vmid(), g -> Pending.applied(g).without("vmstate").without("lock").running(run));
  }

  @Override
  protected boolean mayStart(Guest guest) {
    if (guest.isTemplate()) {
      throw new Failure("you can't start a vm if it's a template");
    }
    if ("backup".equals(guest.lock()) && guest.running()) {
      site.guests().change(guest.vmid(), g -> g.running(g.run().pausing(false)));
      return false;
    }
    if (!"suspended".equals(guest.lock())) {
      GuestLocks.check(guest);
    }
    if (guest.running()) {
      throw new Failure("VM %d already running".formatted(guest.vmid()));
    }
    return true;
  }

  private void drives(Guest guest, TaskProcess worker) {
    for (var key : Drives.keys(guest.config())) {
      var drive = guest.get(key, "");
      var volid = Volid.parse(Drives.volume(drive));
      if (volid != null) {
        site.disks().existing(guest.node(), volid);
      }
      if (Drives.isCloudinit(drive)) {
        worker.log("generating cloud-init ISO");
      }
    }
  }

  private static Failure plugFailure(Guest guest, Failure failure, TaskProcess worker) {
    if (!failure.text().startsWith("no physical interface")) {
      return failure;
    }
    worker.log(failure.text());
    worker.log(
        ("kvm: -netdev type=tap,id=net0,ifname=tap%di0,script=/usr/libexec/qemu-server/pve-bridge,"
                + "downscript=/usr/libexec/qemu-server/pve-bridgedown,vhost=on: network script"
                + " /usr/libexec/qemu-server/pve-bridge failed with status 65280")
            .formatted(guest.vmid()));
    return new Failure("start failed: QEMU exited with code 1");
  }
}
