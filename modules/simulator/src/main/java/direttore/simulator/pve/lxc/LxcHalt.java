package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestConfigKeys;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Halt;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskProcess;
import java.time.Duration;

/** Stops containers (PVE::LXC vm_stop); one with the tag {@code deaf} does not listen. */
final class LxcHalt extends Halt {

  LxcHalt(Site site, Boot boot) {
    super(site, Kind.LXC, boot);
  }

  @Override
  protected boolean obeys(Guest guest) {
    return !GuestConfigKeys.isTagged(guest, "deaf");
  }

  @Override
  protected Duration need() {
    return site.pace().part(2);
  }

  @Override
  protected long usualTimeout(Guest guest) {
    return USUAL_TIMEOUT;
  }

  @Override
  protected void insist(Guest guest, Duration patience, boolean force, TaskProcess worker)
      throws InterruptedException {
    worker.spend(patience);
    if (!force) {
      worker.log(
          "command 'lxc-stop -n %d --nokill --timeout %d' failed: exit code 1"
              .formatted(guest.vmid(), patience.toSeconds()));
      throw new Failure("container did not stop");
    }
  }
}
