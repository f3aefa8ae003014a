package direttore.simulator.pve.qemu;

import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestConfigKeys;
import direttore.simulator.pve.lifecycle.NetworkDevices;
import direttore.simulator.pve.lifecycle.StatusRows;
import direttore.simulator.pve.node.Usage;
import direttore.simulator.pve.site.Site;
import java.util.LinkedHashMap;
import java.util.Map;

/** Virtual machines as the API shows them. */
public final class QemuRows extends StatusRows {
  private static final long MIB = 1L << 20;
  private static final double SMALL_PRESSURE = 0.1;

  /** Rows of a site's machines. */
  public QemuRows(Site site, Usage usage) {
    super(site, usage);
  }

  @Override
  protected ResultRow configured(Guest guest) {
    var row =
        ResultRow.of("vmid", guest.vmid())
            .with("name", guest.get("name", "VM " + guest.vmid()))
            .with("status", guest.running() ? "running" : "stopped")
            .with("cpus", cpus(guest))
            .with("maxmem", Usage.memory(guest))
            .with("disk", 0)
            .with("maxdisk", bootDisk(guest))
            .maybe("tags", guest.get("tags"))
            .maybe("lock", guest.lock())
            .when(guest.isTemplate(), "template", 1)
            .when(
                guest.config().keySet().stream().anyMatch(k -> k.startsWith("serial")),
                "serial",
                1);
    balloon(guest, row);
    return row;
  }

  @Override
  public ResultRow current(Guest guest) {
    var row = listed(guest);
    row.with("ha", ha(guest)).with("qmpstatus", qmpStatus(guest));
    row.when(Machine.hasAgentOption(guest), "agent", 1);
    if (guest.running()) {
      devices(guest, row);
    }
    return row;
  }

  private void devices(Guest guest, ResultRow row) {
    var load = load(guest);
    var nics = new LinkedHashMap<String, Map<String, Long>>();
    guest.config().keySet().stream()
        .filter(NetworkDevices::isDevice)
        .forEach(key ->
            nics.put(
                "tap%di%s".formatted(guest.vmid(), key.substring(3)),
                Map.of("netin", load.netin(), "netout", load.netout())));
    row.with("nics", nics)
        .with("diskread", load.diskread())
        .with("diskwrite", load.diskwrite())
        .with("running-machine", "pc-i440fx-10.1+pve0")
        .with("running-qemu", "10.1.2");
  }

  @Override
  protected ResultRow stopped(ResultRow row) {
    return row.with("cpu", 0)
        .with("mem", 0)
        .with("memhost", 0)
        .with("uptime", 0)
        .with("netin", 0)
        .with("netout", 0);
  }

  @Override
  protected ResultRow running(Guest guest, Usage.Load load, ResultRow row) {
    for (var kind : new String[] {"cpu", "io", "memory"}) {
      row.with("pressure" + kind + "some", kind.equals("cpu") ? SMALL_PRESSURE : 0)
          .with("pressure" + kind + "full", 0);
    }
    return row.with("pid", guest.run().pid())
        .with("cpu", load.cpu())
        .with("mem", load.memory())
        .with("memhost", load.memory() + 64 * MIB)
        .with("uptime", load.uptime())
        .with("netin", load.netin())
        .with("netout", load.netout());
  }

  private static void balloon(Guest guest, ResultRow row) {
    var balloon = guest.number("balloon", 0);
    if (balloon > 0) {
      row.with("balloon_min", balloon * MIB).with("shares", guest.number("shares", 1000));
    }
  }

  private static String qmpStatus(Guest guest) {
    if (!guest.running()) {
      return "stopped";
    }
    return guest.run().paused() ? "paused" : "running";
  }

  /** The size of the first disk that it boots from. */
  static long bootDisk(Guest guest) {
    var disks = Drives.disks(guest.config());
    var order = guest.get("boot", "").replaceFirst("^order=", "").split(";", -1);
    for (var device : order) {
      var disk = disks.get(device);
      if (disk != null) {
        return GuestConfigKeys.size(disk);
      }
    }
    return disks.isEmpty() ? 0 : GuestConfigKeys.size(disks.firstEntry().getValue());
  }
}
