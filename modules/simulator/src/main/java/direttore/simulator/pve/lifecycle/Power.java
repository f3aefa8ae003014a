package direttore.simulator.pve.lifecycle;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.TaskWork;

/** The power buttons of guests of one kind: POST .../status/... */
public abstract class Power {
  /** Where the guests are. */
  protected final Site site;

  private final Kind kind;
  private final HaManager manager;

  protected Power(Site site, Kind kind, HaManager manager) {
    this.site = site;
    this.kind = kind;
    this.manager = manager;
  }

  /** Starts the guest. */
  public abstract Object start(MethodCall call);

  /** Pulls the plug. */
  public abstract Object stop(MethodCall call);

  /** Asks the guest to shut down. */
  public abstract Object shutdown(MethodCall call);

  /** Shuts the guest down and starts it again. */
  public abstract Object reboot(MethodCall call);

  /** Lets the guest pause. */
  public abstract Object suspend(MethodCall call);

  /** Lets the guest go on. */
  public abstract Object resume(MethodCall call);

  /** Is the guest in the care of high availability? */
  protected final boolean isManaged(MethodCall call) {
    return site.ha().isManaged(kind, call.vmid());
  }

  /** Leaves the start to high availability. */
  protected final Object startManaged(MethodCall call) {
    return manager.start(call.node(), kind, call.vmid(), call.caller());
  }

  /** Leaves the stop to high availability. */
  protected final Object stopManaged(MethodCall call) {
    return manager.stop(call.node(), kind, call.vmid(), call.caller());
  }

  /** Starts a task about the guest. */
  protected final String task(MethodCall call, String action, TaskWork work) {
    return site.task(kind, action, call, work);
  }

  /** Refuses the parameter {@code skiplock} of all but root. */
  protected static void checkSkiplock(MethodCall call) {
    if (call.flag("skiplock") && !call.caller().isRoot()) {
      throw new ParameterErrors("skiplock", "Only root may use this option.");
    }
  }

  /** How many seconds a shutdown may take, negative for the usual time. */
  protected static long timeout(MethodCall call) {
    return call.parameters().integer("timeout", -1);
  }
}
