package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.backup.Backups;
import direttore.simulator.pve.change.ConfigUpdate;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.ha.HaManager;
import direttore.simulator.pve.lifecycle.CommonRoutes;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Copying;
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

  private final CommonRoutes common;
  private final QemuPower power;
  private final QemuCreate create;
  private final AgentRoutes agent;
  private final ConfigUpdate update;
  private final QemuClone clone;

  /** The routes over a site's machines. */
  public QemuRoutes(Site site, QemuRows rows, HaManager manager, Backups backups) {
    this.common = new CommonRoutes(site, Kind.QEMU, rows);
    var machine = new Machine(site);
    var boot = new QemuBoot(site);
    var halt = new QemuHalt(site, boot, machine);
    var copying = new Copying(site.disks(), site.pace());
    var check = new DriveCheck(site.disks().storages(), site.access());
    this.power = new QemuPower(site, boot, halt, manager);
    var maker = new DriveMaker(site.disks(), copying);
    this.create = new QemuCreate(site, check, maker, boot, backups);
    this.clone = new QemuClone(site, copying);
    this.update = new ConfigUpdate(site, Kind.QEMU, new QemuPlug(maker, site.ids()));
    this.agent = new AgentRoutes(site, machine);
    manager.drive(
        Kind.QEMU,
        boot::start,
        (node, vmid, worker) -> halt.shutdown(node, vmid, -1, true, worker));
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    agent.addTo(router);
    common.addTo(router, power, update);
    router
        .on("POST", ALL, create)
        .on("GET", ONE, call -> CHILDREN.stream().map(c -> ResultRow.of("subdir", c)).toList())
        .on("GET", ONE + "/status", QemuRoutes::statusIndex)
        .on("POST", ONE + "/status/reset", power::reset)
        .on("POST", ONE + "/clone", clone)
        .on("POST", ONE + "/config", update::later)
        .on("PUT", ONE + "/unlink", update::unlink);
  }

  private static List<ResultRow> statusIndex(MethodCall call) {
    return Stream.of("current", "start", "stop", "reset", "shutdown", "suspend", "reboot")
        .map(s -> ResultRow.of("subdir", s))
        .toList();
  }
}
