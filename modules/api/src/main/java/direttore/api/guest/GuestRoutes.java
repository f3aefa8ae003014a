package direttore.api.guest;

import direttore.api.cluster.HistoryView;
import direttore.api.http.Answer;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.ReadingAnswers;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What guests there are: lists of a node's VMs and containers, and each of them. */
public final class GuestRoutes {
  private static final int MOST_WANTED = 1000;
  private static final HeaderName CURSOR = HeaderNames.create("X-Snapshot-Cursor");

  private final Cluster cluster;
  private final ReadingAnswers snapshots;
  private final GuestChanges changes = new GuestChanges(UUID.randomUUID().toString());

  public GuestRoutes(Cluster cluster, ReadingAnswers snapshots) {
    this.cluster = cluster;
    this.snapshots = snapshots;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/proxmox/guests", RequiredRight.of(Right.SEE), this::all),
        Route.get("/api/proxmox/guests/changes", RequiredRight.of(Right.SEE), this::changes),
        Route.get(
            "/api/proxmox/nodes/{node}/vms/{vmid}/history",
            RequiredRight.of(Right.SEE),
            history(GuestKind.QEMU)),
        Route.get(
            "/api/proxmox/nodes/{node}/lxc/{vmid}/history",
            RequiredRight.of(Right.SEE),
            history(GuestKind.LXC)),
        Route.get(
            "/api/proxmox/nodes/{node}/vms", RequiredRight.of(Right.SEE), list(GuestKind.QEMU)),
        Route.get(
            "/api/proxmox/nodes/{node}/lxc", RequiredRight.of(Right.SEE), list(GuestKind.LXC)),
        Route.get(
            "/api/proxmox/nodes/{node}/vms/{vmid}",
            RequiredRight.of(Right.SEE),
            detail(GuestKind.QEMU)),
        Route.get(
            "/api/proxmox/nodes/{node}/lxc/{vmid}",
            RequiredRight.of(Right.SEE),
            detail(GuestKind.LXC)));
  }

  private void all(ServerRequest req, ServerResponse res) {
    var wanted = wanted(req);
    if (wanted.isEmpty()) {
      var guests = cluster.guests();
      var cursor = changes.cursor(guests);
      if (cursor != null) {
        res.header(HeaderValues.create(CURSOR, cursor));
      }
      snapshots.send(req, res, "guests", guests, all -> all.stream().map(GuestView::of).toList());
    } else {
      snapshots.send(
          req,
          res,
          cluster
              .guests()
              .map(all ->
                  all.stream()
                      .filter(g -> wanted.contains(g.ref().vmid()))
                      .map(GuestView::of)
                      .toList()));
    }
  }

  private void changes(ServerRequest req, ServerResponse res) {
    var since = Query.text(req, "since");
    if (since == null) {
      throw new Refusal.Invalid("since", "must be the cursor of an earlier answer");
    }
    snapshots.send(req, res, changes.since(cluster.guests(), since));
  }

  private static Set<VmId> wanted(ServerRequest req) {
    var words = Query.texts(req, "vmid");
    if (words.size() > MOST_WANTED) {
      throw new Refusal.Invalid("vmid", "may be given at most %d times".formatted(MOST_WANTED));
    }
    return words.stream().map(VmId::parse).collect(Collectors.toSet());
  }

  private Handler history(GuestKind kind) {
    return (req, res) -> {
      var guest = new GuestRef(kind, Paths.node(req), Paths.vmid(req));
      var frame = Timeframe.parse(Query.text(req, "timeframe", Timeframe.HOUR.wire()));
      snapshots.send(
          req, res, cluster.history(guest, frame).map(points -> HistoryView.of(frame, points)));
    };
  }

  private Handler list(GuestKind kind) {
    return (req, res) -> {
      var node = Paths.existingNode(req, cluster);
      snapshots.send(
          req,
          res,
          kind.wire() + "/" + node,
          cluster.guestsFreshOn(node, kind),
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
      var detail = cluster.detail(guest);
      var listed = detail.lock() == null ? Optional.<Guest>empty() : cluster.guest(guest.vmid());
      Answer.json(req, res, DetailView.of(detail, listed));
    };
  }
}
