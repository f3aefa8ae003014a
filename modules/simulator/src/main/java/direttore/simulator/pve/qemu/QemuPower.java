package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestLocks;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.guest.Run;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.Work;

/** The power buttons: POST /nodes/{node}/qemu/{vmid}/status/... */
final class QemuPower {
  private static final int QUICK_PART = 16;

  private final Site site;
  private final Boot boot;
  private final Halt halt;
  private final HaManager manager;

  QemuPower(Site site, Boot boot, Halt halt, HaManager manager) {
    this.site = site;
    this.boot = boot;
    this.halt = halt;
    this.manager = manager;
  }

  Object start(Call call) {
    onlyRoot(call, "skiplock");
    site.nodes().checkQuorum();
    if (site.ha().isManaged(Kind.QEMU, call.vmid())) {
      return manager.start(call.node(), Kind.QEMU, call.vmid(), call.caller());
    }
    return task(call, "start", worker -> boot.start(call.node(), call.vmid(), worker));
  }

  Object stop(Call call) {
    onlyRoot(call, "skiplock");
    if (site.ha().isManaged(Kind.QEMU, call.vmid())) {
      if (call.flag("overrule-shutdown")) {
        throw new ParameterErrors("overrule-shutdown", "Not applicable for HA resources.");
      }
      return manager.stop(call.node(), Kind.QEMU, call.vmid(), call.caller());
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

  Object shutdown(Call call) {
    onlyRoot(call, "skiplock");
    var paused = isPaused(call);
    var force = call.flag("forceStop");
    if (paused && !force) {
      throw new Failure("VM is paused - cannot shutdown");
    }
    if (site.ha().isManaged(Kind.QEMU, call.vmid())) {
      return manager.stop(call.node(), Kind.QEMU, call.vmid(), call.caller());
    }
    var timeout = call.parameters().integer("timeout", -1);
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

  Object reboot(Call call) {
    if (isPaused(call)) {
      throw new Failure("VM is paused - cannot shutdown");
    }
    needRunning(call);
    var timeout = call.parameters().integer("timeout", -1);
    return task(
        call, "reboot", worker -> halt.reboot(call.node(), call.vmid(), timeout, boot, worker));
  }

  Object reset(Call call) {
    onlyRoot(call, "skiplock");
    needRunning(call);
    return quick(call, "reset", g -> g);
  }

  Object suspend(Call call) {
    onlyRoot(call, "skiplock");
    needRunning(call);
    if (!call.flag("todisk")) {
      return quick(call, "pause", g -> g.running(g.run().pausing(true)));
    }
    if (site.ha().isManaged(Kind.QEMU, call.vmid())) {
      throw new Failure("Cannot suspend HA managed VM to disk");
    }
    return quick(call, "suspend", g -> g.with("lock", "suspended").running(Run.STOPPED));
  }

  Object resume(Call call) throws InterruptedException {
    onlyRoot(call, "skiplock");
    var guest = load(call);
    if ("suspended".equals(guest.lock())) {
      return start(call);
    }
    needRunning(call);
    return quick(call, "resume", g -> g.running(g.run().pausing(false)));
  }

  private Object quick(Call call, String action, Change change) {
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

  private String task(Call call, String action, Work work) {
    return site.tasks()
        .start(
            call.node(), Kind.QEMU.task(action), String.valueOf(call.vmid()), call.caller(), work);
  }

  private void needRunning(Call call) {
    if (!load(call).running()) {
      throw new Failure("VM %d not running".formatted(call.vmid()));
    }
  }

  private boolean isPaused(Call call) {
    return site.guests()
        .find(call.vmid())
        .filter(g -> g.node().equals(call.node()) && g.run().paused())
        .isPresent();
  }

  private Guest load(Call call) {
    return site.guests().load(Kind.QEMU, call.node(), call.vmid());
  }

  static void onlyRoot(Call call, String parameter) {
    if (call.flag(parameter) && !call.caller().isRoot()) {
      throw new ParameterErrors(parameter, "Only root may use this option.");
    }
  }

  private interface Change {
    Guest of(Guest guest);
  }
}
