package direttore.simulator.pve.lxc;

import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.GuestConfigKeys;
import direttore.simulator.pve.lifecycle.StatusRows;
import direttore.simulator.pve.node.Usage;
import direttore.simulator.pve.site.Site;

/** Containers as the API shows them. */
public final class LxcRows extends StatusRows {
  private static final long MIB = 1L << 20;
  private static final long DEFAULT_DISK = 4L << 30;
  private static final String NO_PRESSURE = "0.00";

  /** Rows of a site's containers. */
  public LxcRows(Site site, Usage usage) {
    super(site, usage);
  }

  @Override
  protected ResultRow configured(Guest guest) {
    return ResultRow.of("vmid", guest.vmid())
        .with("type", "lxc")
        .with("name", guest.get("hostname", "CT" + guest.vmid()))
        .with("status", guest.running() ? "running" : "stopped")
        .with("cpus", cpus(guest))
        .with("maxmem", Usage.memory(guest))
        .with("maxswap", guest.number("swap", 0) * MIB)
        .with("maxdisk", disk(guest))
        .maybe("tags", guest.get("tags"))
        .maybe("lock", guest.lock())
        .when(guest.isTemplate(), "template", 1);
  }

  @Override
  public ResultRow current(Guest guest) {
    return listed(guest).with("ha", ha(guest));
  }

  @Override
  protected ResultRow running(Guest guest, Usage.Load load, ResultRow row) {
    for (var kind : new String[] {"cpu", "io", "memory"}) {
      row.with("pressure" + kind + "some", NO_PRESSURE)
          .with("pressure" + kind + "full", NO_PRESSURE);
    }
    return row.with("pid", guest.run().pid())
        .with("cpu", load.cpu())
        .with("mem", load.memory())
        .with("swap", 0)
        .with("disk", Math.min(disk(guest) / 2, disk(guest) / 10 + load.diskwrite() / 100))
        .with("uptime", load.uptime())
        .with("netin", load.netin())
        .with("netout", load.netout())
        .with("diskread", load.diskread())
        .with("diskwrite", load.diskwrite());
  }

  @Override
  protected ResultRow stopped(ResultRow row) {
    for (var key : new String[] {"cpu", "mem", "swap", "disk", "uptime"}) {
      row.with(key, 0);
    }
    for (var key : new String[] {"netin", "netout", "diskread", "diskwrite"}) {
      row.with(key, 0);
    }
    return row;
  }

  private static long disk(Guest guest) {
    var size = GuestConfigKeys.size(guest.get("rootfs", ""));
    return size == 0 ? DEFAULT_DISK : size;
  }
}
