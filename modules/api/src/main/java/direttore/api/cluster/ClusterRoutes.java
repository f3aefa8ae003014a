package direttore.api.cluster;

import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.ReadingAnswers;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.access.Right;
import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Timeframe;
import direttore.domain.node.Storage;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** What the cluster's nodes have: {@code /api/proxmox/nodes} and below, without the guests. */
public final class ClusterRoutes {
  private final Cluster cluster;
  private final ReadingAnswers snapshots;

  public ClusterRoutes(Cluster cluster, ReadingAnswers snapshots) {
    this.cluster = cluster;
    this.snapshots = snapshots;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/proxmox/cluster", RequiredRight.of(Right.SEE), this::cluster),
        Route.get("/api/proxmox/nodes", RequiredRight.of(Right.SEE), this::nodes),
        Route.get("/api/proxmox/nodes/{node}/history", RequiredRight.of(Right.SEE), this::history),
        Route.get(
            "/api/proxmox/nodes/{node}/networks", RequiredRight.of(Right.SEE), this::networks),
        Route.get("/api/proxmox/nodes/{node}/storage", RequiredRight.of(Right.SEE), this::storages),
        Route.get(
            "/api/proxmox/nodes/{node}/templates", RequiredRight.of(Right.SEE), this::templates));
  }

  private void nodes(ServerRequest req, ServerResponse res) {
    snapshots.send(
        req, res, "nodes", cluster.nodes(), all -> all.stream().map(NodeView::of).toList());
  }

  private void cluster(ServerRequest req, ServerResponse res) {
    var nodes = cluster.nodes().value();
    snapshots.send(req, res, cluster.state().map(state -> ClusterView.of(state, nodes)));
  }

  private void history(ServerRequest req, ServerResponse res) {
    var node = Paths.node(req);
    var frame = Timeframe.parse(Query.text(req, "timeframe", Timeframe.HOUR.wire()));
    snapshots.send(
        req,
        res,
        "history/" + node + "/" + frame,
        cluster.history(node, frame),
        points -> HistoryView.of(frame, points));
  }

  private void networks(ServerRequest req, ServerResponse res) {
    var node = Paths.node(req);
    snapshots.send(
        req,
        res,
        "networks/" + node,
        cluster.networks(node),
        all -> all.stream().map(NetworkView::of).toList());
  }

  private void storages(ServerRequest req, ServerResponse res) {
    var node = Paths.node(req);
    snapshots.send(
        req,
        res,
        "storage/" + node,
        cluster.storages(node),
        all -> all.stream().filter(ClusterRoutes::holdsDisks).map(StorageView::of).toList());
  }

  private void templates(ServerRequest req, ServerResponse res) {
    var node = Paths.node(req);
    snapshots.send(
        req,
        res,
        "templates/" + node,
        cluster.templates(node),
        all -> all.stream().map(TemplateView::of).toList());
  }

  private static boolean holdsDisks(Storage storage) {
    return storage.holds("images") || storage.holds("rootdir");
  }
}
