package direttore.simulator.pve.site;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.access.Access;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.job.Jobs;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.pace.Pace;
import direttore.simulator.pve.pool.PoolTable;
import direttore.simulator.pve.release.Release;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.task.Tasks;

/** The parts of the cluster that operations on guests need, all of them together. */
public record Site(
    TaskClock clock,
    Nodes nodes,
    Guests guests,
    GuestLocks locks,
    Disks disks,
    Tasks tasks,
    Ha ha,
    Jobs jobs,
    PoolTable pools,
    Access access,
    Ids ids,
    Pace pace,
    Release release) {

  /** Seconds since 1970. */
  public long now() {
    return clock.now().getEpochSecond();
  }
}
