package direttore.simulator.pve.cluster;

import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.fault.PveFaults;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.lifecycle.StatusRows;
import direttore.simulator.pve.node.NodeRoutes;
import direttore.simulator.pve.node.Nodes;
import direttore.simulator.pve.node.Usage;
import direttore.simulator.pve.schema.ParameterErrors;
import direttore.simulator.pve.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The routes below /cluster that look at the cluster as a whole. */
public final class ClusterRoutes {
  private final Nodes nodes;
  private final Guests guests;
  private final ResourceCache cache;
  private final PoolRoutes pools;
  private final ClusterLog log;

  /**
   * The routes.
   *
   * @param lag how old what pvestatd told may be; zero for never
   */
  public ClusterRoutes(
      Site site,
      NodeRoutes nodeRows,
      StatusRows qemu,
      StatusRows lxc,
      Usage usage,
      PveFaults faults,
      Duration lag) {
    this.nodes = site.nodes();
    this.guests = site.guests();
    var rows = new ResourceRows(site, nodeRows, qemu, lxc, usage, faults);
    var resources = new ClusterResources(site, rows, lag);
    this.cache = new ResourceCache(resources, site, faults, lag);
    this.pools = new PoolRoutes(site, resources);
    this.log = new ClusterLog(site);
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", "/", call -> index())
        .on("GET", "/cluster/resources", cache::list)
        .on("GET", "/cluster/status", call -> status())
        .on("GET", "/cluster/nextid", this::nextId)
        .on("GET", "/cluster/options", call -> options())
        .on("GET", "/cluster/log", log::list);
    pools.addTo(router);
  }

  private static List<ResultRow> index() {
    return Stream.of("access", "cluster", "nodes", "pools", "storage", "version")
        .map(child -> ResultRow.of("subdir", child))
        .toList();
  }

  private List<ResultRow> status() {
    var rows = new ArrayList<ResultRow>();
    if (nodes.all().size() > 1) {
      rows.add(
          ResultRow.of("type", "cluster")
              .with("id", "cluster")
              .with("name", "lab")
              .with("nodes", nodes.all().size())
              .with("version", nodes.all().size())
              .with("quorate", nodes.isQuorate() ? 1 : 0));
    }
    var local = nodes.local().name();
    for (var node : nodes.all()) {
      rows.add(
          ResultRow.of("type", "node")
              .with("id", "node/" + node.name())
              .with("name", node.name())
              .with("nodeid", nodes.all().size() > 1 ? node.id() : 0)
              .with("ip", node.address())
              .with("level", "")
              .with("local", node.name().equals(local) ? 1 : 0)
              .with("online", nodes.isOnline(node.name()) ? 1 : 0));
    }
    return rows;
  }

  /** The lowest free vmid as text, although the schema says integer. */
  private String nextId(MethodCall call) {
    var asked = call.text("vmid");
    if (asked == null) {
      return String.valueOf(guests.lowestFree());
    }
    if (guests.find(call.vmid()).isPresent()) {
      throw new ParameterErrors("vmid", "VM %d already exists".formatted(call.vmid()));
    }
    return asked;
  }

  private static ResultRow options() {
    return ResultRow.of("mac_prefix", "BC:24:11")
        .with("allowed-tags", List.of())
        .with("description", "");
  }
}
