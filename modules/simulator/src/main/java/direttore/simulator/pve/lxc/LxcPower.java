package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.task.Work;

/** The power buttons: POST /nodes/{node}/lxc/{vmid}/status/... */
final class LxcPower {
  private final Site site;
  private final LxcBoot boot;
  private final HaManager manager;

  LxcPower(Site site, LxcBoot boot, HaManager manager) {
    this.site = site;
    this.boot = boot;
    this.manager = manager;
  }

  Object start(Call call) {
    onlyRoot(call, "skiplock");
    if (isRunning(call)) {
      throw new Failure("CT %d already running".formatted(call.vmid()));
    }
    site.nodes().checkQuorum();
    if (site.ha().isManaged(Kind.LXC, call.vmid())) {
      return manager.start(call.node(), Kind.LXC, call.vmid(), call.caller());
    }
    return task(call, "start", worker -> boot.start(call.node(), call.vmid(), worker));
  }

  Object stop(Call call) {
    onlyRoot(call, "skiplock");
    needRunning(call, "CT");
    if (site.ha().isManaged(Kind.LXC, call.vmid())) {
      return manager.stop(call.node(), Kind.LXC, call.vmid(), call.caller());
    }
    return task(
        call,
        "stop",
        worker -> {
          if (call.flag("overrule-shutdown")) {
            site.tasks().abort(Kind.LXC.task("shutdown"), call.vmid());
          }
          boot.stop(call.node(), call.vmid(), worker);
        });
  }

  Object shutdown(Call call) {
    needRunning(call, "CT");
    if (site.ha().isManaged(Kind.LXC, call.vmid())) {
      return manager.stop(call.node(), Kind.LXC, call.vmid(), call.caller());
    }
    var timeout = call.parameters().integer("timeout", -1);
    return task(
        call,
        "shutdown",
        worker -> boot.shutdown(call.node(), call.vmid(), timeout, call.flag("forceStop"), worker));
  }

  Object reboot(Call call) {
    needRunning(call, "VM");
    var timeout = call.parameters().integer("timeout", -1);
    return task(call, "reboot", worker -> boot.reboot(call.node(), call.vmid(), timeout, worker));
  }

  /** Freezing a container needs CRIU, which no node has. */
  Object suspend(Call call) {
    needRunning(call, "CT");
    return task(
        call,
        "suspend",
        worker -> {
          worker.log(
              "lxc-checkpoint: %d: ../src/lxc/criu.c: criu_version_ok: 767 No such file or directory"
                      .formatted(call.vmid())
                  + " - execing criu failed, is it installed?");
          throw new Failure(
              "command 'lxc-checkpoint -n %d -s -D /var/lib/vz/dump' failed: exit code 1"
                  .formatted(call.vmid()));
        });
  }

  Object resume(Call call) {
    if (isRunning(call)) {
      throw new Failure("CT %d already running".formatted(call.vmid()));
    }
    return task(
        call,
        "resume",
        worker -> {
          throw new Failure(
              "command 'lxc-checkpoint -n %d -r --foreground -D /var/lib/vz/dump' failed: exit code 1"
                  .formatted(call.vmid()));
        });
  }

  private String task(Call call, String action, Work work) {
    return site.tasks()
        .start(
            call.node(), Kind.LXC.task(action), String.valueOf(call.vmid()), call.caller(), work);
  }

  private void needRunning(Call call, String title) {
    if (!isRunning(call)) {
      throw new Failure("%s %d not running".formatted(title, call.vmid()));
    }
  }

  private boolean isRunning(Call call) {
    return site.guests()
        .find(call.vmid())
        .filter(g -> g.kind() == Kind.LXC && g.node().equals(call.node()))
        .filter(Guest::running)
        .isPresent();
  }

  private static void onlyRoot(Call call, String parameter) {
    if (call.flag(parameter) && !call.caller().isRoot()) {
      throw new ParameterErrors(parameter, "Only root may use this option.");
    }
  }
}
