package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.Call;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.api.Row;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.change.ConfigUpdate;
import direttore.simulator.pve.guest.ConfigView;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.removal.Removal;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Copying;
import direttore.simulator.pve.task.Worker;
import java.util.List;
import java.util.stream.Stream;

/** The routes below /nodes/{node}/qemu. */
public final class QemuRoutes {
  private static final String ALL = "/nodes/{node}/qemu";
  private static final String ONE = ALL + "/{vmid}";
  private static final List<String> CHILDREN =
      List.of(
          "config",
          "cloudinit",
          "pending",
          "status",
          "unlink",
          "vncproxy",
          "termproxy",
          "migrate",
          "resize",
          "move",
          "rrd",
          "rrddata",
          "monitor",
          "agent",
          "snapshot",
          "spiceproxy",
          "sendkey",
          "firewall",
          "mtunnel",
          "remote_migrate");

  private final Site site;
  private final QemuRows rows;
  private final QemuPower power;
  private final QemuCreate create;
  private final Removal delete;
  private final AgentRoutes agent;
  private final ConfigUpdate update;
  private final QemuClone clone;

  /** The routes over a site's machines. */
  public QemuRoutes(Site site, QemuRows rows, HaManager manager, Backups backups) {
    this.site = site;
    this.rows = rows;
    var machine = new Machine(site);
    var boot = new Boot(site);
    var halt = new Halt(site, machine);
    var copying = new Copying(site.disks(), site.pace());
    var check = new DriveCheck(site.disks().storages(), site.access());
    this.power = new QemuPower(site, boot, halt, manager);
    var maker = new DriveMaker(site.disks(), copying);
    this.create = new QemuCreate(site, check, maker, boot, backups);
    this.clone = new QemuClone(site, copying);
    this.update = new ConfigUpdate(site, Kind.QEMU, new QemuPlug(maker, site.ids()));
    this.delete = new Removal(site, Kind.QEMU);
    this.agent = new AgentRoutes(site, machine);
    manager.drive(Kind.QEMU, new Driven(boot, halt));
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    agent.addTo(router);
    router
        .on("GET", ALL, this::list)
        .on("POST", ALL, create)
        .on("GET", ONE, call -> CHILDREN.stream().map(c -> Row.of("subdir", c)).toList())
        .on("DELETE", ONE, delete)
        .on("GET", ONE + "/status", QemuRoutes::statusIndex)
        .on("GET", ONE + "/status/current", call -> rows.current(load(call)))
        .on("POST", ONE + "/status/start", power::start)
        .on("POST", ONE + "/status/stop", power::stop)
        .on("POST", ONE + "/status/shutdown", power::shutdown)
        .on("POST", ONE + "/status/reboot", power::reboot)
        .on("POST", ONE + "/status/reset", power::reset)
        .on("POST", ONE + "/status/suspend", power::suspend)
        .on("POST", ONE + "/status/resume", power::resume)
        .on("GET", ONE + "/pending", call -> ConfigView.pending(load(call)))
        .on("POST", ONE + "/clone", clone)
        .on("PUT", ONE + "/config", update::now)
        .on("POST", ONE + "/config", update::later)
        .on("PUT", ONE + "/unlink", update::unlink)
        .on(
            "GET",
            ONE + "/config",
            call -> ConfigView.config(load(call), call.flag("current"), call.text("snapshot")));
  }

  private List<Row> list(Call call) {
    return site.guests().on(call.node(), Kind.QEMU).stream()
        .filter(g -> site.access().allows(call.caller(), "/vms/" + g.vmid(), "VM.Audit"))
        .map(rows::listed)
        .toList();
  }

  private static List<Row> statusIndex(Call call) {
    return Stream.of("current", "start", "stop", "reset", "shutdown", "suspend", "reboot")
        .map(s -> Row.of("subdir", s))
        .toList();
  }

  private Guest load(Call call) {
    return site.guests().load(Kind.QEMU, call.node(), call.vmid());
  }

  private record Driven(Boot boot, Halt halt) implements HaManager.Guests {
    @Override
    public void start(String node, int vmid, Worker worker) throws InterruptedException {
      boot.start(node, vmid, worker);
    }

    @Override
    public void stop(String node, int vmid, Worker worker) throws InterruptedException {
      halt.shutdown(node, vmid, -1, true, worker);
    }
  }
}
