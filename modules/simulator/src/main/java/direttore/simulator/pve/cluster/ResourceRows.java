package direttore.simulator.pve.cluster;

import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.lifecycle.StatusRows;
import direttore.simulator.pve.node.Node;
import direttore.simulator.pve.node.NodeRoutes;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.node.Usage;
import direttore.simulator.pve.release.Release;
import direttore.simulator.pve.site.Site;
import direttore.simulator.pve.storage.Space;
import direttore.simulator.pve.storage.Storage;
import org.jspecify.annotations.Nullable;

/** The entries of GET /cluster/resources. */
final class ResourceRows {
  private final Nodes nodes;
  private final NodeRoutes nodeRows;
  private final StatusRows qemu;
  private final StatusRows lxc;
  private final Usage usage;
  private final Space space;
  private final PveFaults faults;
  private final Release release;

  ResourceRows(
      Site site,
      NodeRoutes nodeRows,
      StatusRows qemu,
      StatusRows lxc,
      Usage usage,
      PveFaults faults) {
    this.nodes = site.nodes();
    this.space = site.disks().space();
    this.nodeRows = nodeRows;
    this.qemu = qemu;
    this.lxc = lxc;
    this.usage = usage;
    this.faults = faults;
    this.release = site.release();
  }

  /** What pvestatd last told of a guest; nothing while its node is down or has just booted. */
  ResultRow guest(Guest guest, long second) {
    var row = named(guest);
    if (!nodes.status(guest.node()).equals("online")) {
      return row.with("status", "unknown");
    }
    var live = guest.kind() == Kind.QEMU ? qemu.listed(guest) : lxc.listed(guest);
    for (var key : new String[] {"name", "status", "maxmem", "maxdisk", "mem", "disk", "cpu"}) {
      row.maybe(key, live.get(key));
    }
    for (var key : new String[] {"uptime", "netin", "netout", "memhost"}) {
      row.maybe(key, live.get(key));
    }
    var load = guest.running() ? usage.of(guest, second) : null;
    return row.maybe("maxcpu", live.get("cpus"))
        .with("template", guest.isTemplate() ? 1 : 0)
        .with("diskread", load == null ? 0 : load.diskread())
        .with("diskwrite", load == null ? 0 : load.diskwrite());
  }

  /** What the cluster file system knows of a guest at once. */
  static ResultRow named(Guest guest) {
    return ResultRow.of("id", "%s/%d".formatted(guest.kind().type(), guest.vmid()))
        .with("vmid", guest.vmid())
        .with("node", guest.node())
        .with("type", guest.kind().type());
  }

  ResultRow node(Node node, boolean audited) {
    var row =
        ResultRow.of("id", "node/" + node.name())
            .with("node", node.name())
            .with("type", "node")
            .with("level", "")
            .with("cgroup-mode", 2)
            .with("status", nodes.status(node.name()));
    return audited ? row.and(nodeRows.figures(node)) : row;
  }

  @Nullable ResultRow storage(Storage storage, String node) {
    if (!storage.isEnabledOn(node)) {
      return null;
    }
    var row =
        ResultRow.of("id", "storage/%s/%s".formatted(node, storage.id()))
            .with("storage", storage.id())
            .with("node", node)
            .with("type", "storage")
            .with("plugintype", storage.type())
            .with("shared", storage.shared() ? 1 : 0)
            .with("content", storage.contentText());
    return nodes.status(node).equals("online") && !faults.hangs(storage.id())
        ? row.with("status", "available")
            .with("maxdisk", storage.total())
            .with("disk", space.used(storage, node))
        : row.with("status", "unknown");
  }

  ResultRow network(Node node) {
    if (!release.showsNetworks()) {
      return ResultRow.of("id", "sdn/%s/localnetwork".formatted(node.name()))
          .with("type", "sdn")
          .with("sdn", "localnetwork")
          .with("node", node.name())
          .with("status", "ok");
    }
    return ResultRow.of("id", "network/%s/zone/localnetwork".formatted(node.name()))
        .with("type", "network")
        .with("network-type", "zone")
        .with("network", "localnetwork")
        .with("node", node.name())
        .with("status", "ok");
  }
}
