package direttore.api.guest;

import direttore.api.http.Answer;
import direttore.api.http.Paths;
import direttore.api.http.Route;
import direttore.api.http.Snapshots;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import io.helidon.webserver.http.Handler;
import java.util.List;

/** What guests there are: lists of a node's VMs and containers, and each of them. */
public final class GuestRoutes {
  private final Cluster cluster;
  private final Snapshots snapshots;

  public GuestRoutes(Cluster cluster, Snapshots snapshots) {
    this.cluster = cluster;
    this.snapshots = snapshots;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/proxmox/nodes/{node}/vms", list(GuestKind.QEMU)),
        Route.get("/api/proxmox/nodes/{node}/lxc", list(GuestKind.LXC)),
        Route.get("/api/proxmox/nodes/{node}/vms/{vmid}", detail(GuestKind.QEMU)),
        Route.get("/api/proxmox/nodes/{node}/lxc/{vmid}", detail(GuestKind.LXC)));
  }

  private Handler list(GuestKind kind) {
    return (req, res) -> {
      var node = Paths.existingNode(req, cluster);
      snapshots.send(
          req,
          res,
          kind.wire() + "/" + node,
          cluster.guests(),
          all ->
              all.stream()
                  .filter(g -> g.ref().kind() == kind && g.ref().node().equals(node))
                  .map(GuestView::of)
                  .toList());
    };
  }

  private Handler detail(GuestKind kind) {
    return (req, res) -> {
      var guest = new GuestRef(kind, Paths.node(req), Paths.vmid(req));
      Answer.json(req, res, DetailView.of(cluster.detail(guest)));
    };
  }
}
