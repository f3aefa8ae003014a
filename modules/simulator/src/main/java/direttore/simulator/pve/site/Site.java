package direttore.simulator.pve.site;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.access.Caller;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.Ha;
import direttore.simulator.pve.job.Jobs;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.pace.WorkPace;
import direttore.simulator.pve.pool.PoolTable;
import direttore.simulator.pve.release.Release;
import direttore.simulator.pve.storage.Disks;
import direttore.simulator.pve.task.TaskProcess;
import direttore.simulator.pve.task.TaskWork;
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
    AccessControl access,
    Ids ids,
    WorkPace pace,
    Release release) {

  /** Seconds since 1970. */
  public long now() {
    return clock.now().getEpochSecond();
  }

  /** Starts a task about the guest of a call: {@code qmstart} or {@code vzstart} to start it. */
  public String task(Kind kind, String action, MethodCall call, TaskWork work) {
    return task(kind, action, call.node(), call.vmid(), call.caller(), work);
  }

  /** Starts a task about a guest. */
  public String task(
      Kind kind, String action, String node, int vmid, Caller caller, TaskWork work) {
    return tasks.start(node, kind.task(action), String.valueOf(vmid), caller, work);
  }

  /** Does something to a guest while its lock file is held, waited for as long as usual. */
  public void locked(Kind kind, String node, int vmid, TaskProcess worker, Action action)
      throws InterruptedException {
    locks.with(
        kind,
        node,
        vmid,
        GuestLocks.USUAL,
        worker,
        () -> {
          var guest = guests.load(kind, node, vmid);
          action.on(guest);
          return guest;
        });
  }

  /** What is done to a guest. */
  @FunctionalInterface
  public interface Action {

    /** Does it. */
    void on(Guest guest) throws InterruptedException;
  }
}
