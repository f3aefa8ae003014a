package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.lifecycle.Boot;
import direttore.simulator.pve.lifecycle.Halt;
import direttore.simulator.pve.lifecycle.Power;
import direttore.simulator.pve.site.Site;

/** The power buttons: POST /nodes/{node}/lxc/{vmid}/status/... */
final class LxcPower extends Power {
  private final Boot boot;
  private final Halt halt;

  LxcPower(Site site, Boot boot, Halt halt, HaManager manager) {
    super(site, Kind.LXC, manager);
    this.boot = boot;
    this.halt = halt;
  }

  @Override
  public Object start(MethodCall call) {
    checkSkiplock(call);
    if (isRunning(call)) {
      throw new Failure("CT %d already running".formatted(call.vmid()));
    }
    site.nodes().checkQuorum();
    if (isManaged(call)) {
      return startManaged(call);
    }
    return task(call, "start", worker -> boot.start(call.node(), call.vmid(), worker));
  }

  @Override
  public Object stop(MethodCall call) {
    checkSkiplock(call);
    needRunning(call, "CT");
    if (isManaged(call)) {
      return stopManaged(call);
    }
    return task(
        call,
        "stop",
        worker -> {
          if (call.flag("overrule-shutdown")) {
            site.tasks().abort(Kind.LXC.task("shutdown"), call.vmid());
          }
          halt.stop(call.node(), call.vmid(), worker);
        });
  }

  @Override
  public Object shutdown(MethodCall call) {
    needRunning(call, "CT");
    if (isManaged(call)) {
      return stopManaged(call);
    }
    var timeout = timeout(call);
    return task(
        call,
        "shutdown",
        worker -> halt.shutdown(call.node(), call.vmid(), timeout, call.flag("forceStop"), worker));
  }

  @Override
  public Object reboot(MethodCall call) {
    needRunning(call, "VM");
    var timeout = timeout(call);
    return task(call, "reboot", worker -> halt.reboot(call.node(), call.vmid(), timeout, worker));
  }

  /** Freezing a container needs CRIU, which no node has. */
  @Override
  public Object suspend(MethodCall call) {
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

  @Override
  public Object resume(MethodCall call) {
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

  private void needRunning(MethodCall call, String title) {
    if (!isRunning(call)) {
      throw new Failure("%s %d not running".formatted(title, call.vmid()));
    }
  }

  private boolean isRunning(MethodCall call) {
    return site.guests()
        .find(call.vmid())
        .filter(g -> g.kind() == Kind.LXC && g.node().equals(call.node()))
        .filter(Guest::running)
        .isPresent();
  }
}
