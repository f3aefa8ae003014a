package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Halt;
import direttore.simulator.pve.lifecycle.Power;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;

/** The power buttons: POST /nodes/{node}/qemu/{vmid}/status/... */
final class QemuPower extends Power {
  private static final int QUICK_PART = 16;

  private final Boot boot;
  private final Halt halt;

  QemuPower(Site site, Boot boot, Halt halt, HaManager manager) {
    super(site, Kind.QEMU, manager);
    this.boot = boot;
    this.halt = halt;
  }

  @Override
  public Object start(MethodCall call) {
    checkSkiplock(call);
    site.nodes().checkQuorum();
    if (isManaged(call)) {
      return startManaged(call);
    }
    return task(call, "start", worker -> boot.start(call.node(), call.vmid(), worker));
  }

  @Override
  public Object stop(MethodCall call) {
    checkSkiplock(call);
    if (isManaged(call)) {
      if (call.flag("overrule-shutdown")) {
        throw new ParameterErrors("overrule-shutdown", "Not applicable for HA resources.");
      }
      return stopManaged(call);
    }
    return task(
        call,
        "stop",
        worker -> {
          if (call.flag("overrule-shutdown")) {
            var overruled = site.tasks().abort(Kind.QEMU.task("shutdown"), call.vmid());
            if (!overruled.isEmpty()) {
              worker.log("overruled qmshutdown tasks: " + String.join(", ", overruled));
            }
          }
          halt.stop(call.node(), call.vmid(), worker);
        });
  }

  @Override
  public Object shutdown(MethodCall call) {
    checkSkiplock(call);
    var paused = isPaused(call);
    var force = call.flag("forceStop");
    if (paused && !force) {
      throw new Failure("VM is paused - cannot shutdown");
    }
    if (isManaged(call)) {
      return stopManaged(call);
    }
    var timeout = timeout(call);
    return task(
        call,
        "shutdown",
        worker -> {
          if (paused) {
            halt.stop(call.node(), call.vmid(), worker);
          } else {
            halt.shutdown(call.node(), call.vmid(), timeout, force, worker);
          }
        });
  }

  @Override
  public Object reboot(MethodCall call) {
    if (isPaused(call)) {
      throw new Failure("VM is paused - cannot shutdown");
    }
    needRunning(call);
    var timeout = timeout(call);
    return task(call, "reboot", worker -> halt.reboot(call.node(), call.vmid(), timeout, worker));
  }

  Object reset(MethodCall call) {
    checkSkiplock(call);
    needRunning(call);
    return quick(call, "reset", g -> g);
  }

  @Override
  public Object suspend(MethodCall call) {
    checkSkiplock(call);
    needRunning(call);
    if (!call.flag("todisk")) {
      return quick(call, "pause", g -> g.running(g.run().pausing(true)));
    }
    if (isManaged(call)) {
      throw new Failure("Cannot suspend HA managed VM to disk");
    }
    return quick(call, "suspend", g -> g.with("lock", "suspended").running(Run.STOPPED));
  }

  @Override
  public Object resume(MethodCall call) {
    checkSkiplock(call);
    var guest = load(call);
    if ("suspended".equals(guest.lock())) {
      return start(call);
    }
    needRunning(call);
    return quick(call, "resume", g -> g.running(g.run().pausing(false)));
  }

  private Object quick(MethodCall call, String action, Change change) {
    return task(
        call,
        action,
        worker ->
            site.locks()
                .with(
                    Kind.QEMU,
                    call,
                    worker,
                    () -> {
                      GuestLocks.check(load(call));
                      worker.spend(site.pace().part(QUICK_PART));
                      return site.guests().change(call.vmid(), change::of);
                    }));
  }

  private void needRunning(MethodCall call) {
    if (!load(call).running()) {
      throw new Failure("VM %d not running".formatted(call.vmid()));
    }
  }

  private boolean isPaused(MethodCall call) {
    return site.guests()
        .find(call.vmid())
        .filter(g -> g.node().equals(call.node()) && g.run().paused())
        .isPresent();
  }

  private Guest load(MethodCall call) {
    return site.guests().load(Kind.QEMU, call.node(), call.vmid());
  }

  private interface Change {
    Guest of(Guest guest);
  }
}
