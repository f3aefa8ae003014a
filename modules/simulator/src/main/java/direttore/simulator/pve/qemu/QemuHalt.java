package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.PropertyString;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Halt;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskProcess;
import java.time.Duration;

/** Stops virtual machines (PVE::QemuServer::vm_stop). */
final class QemuHalt extends Halt {
  private final Machine machine;

  QemuHalt(Site site, Boot boot, Machine machine) {
    super(site, Kind.QEMU, boot);
    this.machine = machine;
  }

  @Override
  protected boolean obeys(Guest guest) {
    return machine.obeys(guest);
  }

  @Override
  protected Duration need() {
    return site.pace().unit();
  }

  @Override
  protected long usualTimeout(Guest guest) {
    var down = PropertyString.parse(guest.get("startup", "")).get("down");
    return down == null ? USUAL_TIMEOUT : Long.parseLong(down);
  }

  @Override
  protected void insist(Guest guest, Duration patience, boolean force, TaskProcess worker)
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
    kill(worker);
  }
}
