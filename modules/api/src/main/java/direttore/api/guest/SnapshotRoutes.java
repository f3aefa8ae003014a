package direttore.api.guest;

import direttore.api.http.Answer;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.operation.Orders;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.provision.GuestOrders;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A guest's snapshots, and what goes with its deletion. */
public final class SnapshotRoutes {
  private static final SnapshotName NAMELESS = new SnapshotName("nameless");
  private static final int LONGEST_NOTE = 8000;

  private final Cluster cluster;
  private final GuestOrders guestOrders;
  private final Orders orders;

  public SnapshotRoutes(Cluster cluster, GuestOrders guestOrders, Orders orders) {
    this.cluster = cluster;
    this.guestOrders = guestOrders;
    this.orders = orders;
  }

  public List<Route> routes() {
    return Stream.of(GuestKind.values()).flatMap(this::routes).toList();
  }

  private Stream<Route> routes(GuestKind kind) {
    var segment = kind == GuestKind.QEMU ? "vms" : "lxc";
    var guest = "/api/proxmox/nodes/{node}/" + segment + "/{vmid}";
    var all = guest + "/snapshots";
    return Stream.of(
        Route.get(guest + "/removal", RequiredRight.of(Right.SEE), removal(kind)),
        Route.get(all, RequiredRight.of(Right.SEE), list(kind)),
        Route.post(all, RequiredRight.of(Right.CHANGE_GUESTS), "snapshot.take", take(kind)),
        Route.delete(
            all + "/{snapshot}",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "snapshot.delete",
            delete(kind)),
        Route.post(
            all + "/{snapshot}/rollback",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "snapshot.roll-back",
            rollBack(kind)));
  }

  private Handler removal(GuestKind kind) {
    return (req, res) -> Answer.json(req, res, RemovalView.of(cluster.removal(guest(req, kind))));
  }

  private Handler list(GuestKind kind) {
    return (req, res) ->
        Answer.json(req, res, SnapshotsView.of(cluster.snapshots(guest(req, kind))));
  }

  private Handler take(GuestKind kind) {
    return (req, res) -> {
      var guest = new GuestRef(kind, Paths.existingNode(req, cluster), Paths.vmid(req));
      var body = Body.object(req);
      var fields = Fields.of(body);
      var waits = fields.flag(GuestOrderRoutes.WAIT, true);
      var order = taken(fields);
      fields.refuseUnknown();
      fields.refuseIfAny();
      orders.answer(req, res, body, by -> guestOrders.order(guest, order, waits, by));
    };
  }

  /** The snapshot in these fields; what is wrong with it is noted. */
  static GuestAction.TakeSnapshot taken(Fields fields) {
    var made = fields.made("name", fields.text("name"), SnapshotName::new);
    var name = fields.required("name", made, NAMELESS);
    var description = Objects.requireNonNullElse(fields.text("description"), "");
    if (description.length() > LONGEST_NOTE) {
      fields.violated("description", "must have at most %d characters".formatted(LONGEST_NOTE));
    }
    var ram = fields.flag("ram", false);
    return new GuestAction.TakeSnapshot(name, description, ram);
  }

  private Handler rollBack(GuestKind kind) {
    return (req, res) -> {
      var guest = new GuestRef(kind, Paths.existingNode(req, cluster), Paths.vmid(req));
      var body = Body.optionalObject(req);
      var fields = Fields.of(body);
      var start = fields.flag("start", false);
      var waits = fields.flag(GuestOrderRoutes.WAIT, true);
      fields.refuseUnknown();
      fields.refuseIfAny();
      var order = new GuestAction.RollBack(name(req), start);
      orders.answer(req, res, body, by -> guestOrders.order(guest, order, waits, by));
    };
  }

  private Handler delete(GuestKind kind) {
    return (req, res) -> {
      var guest = new GuestRef(kind, Paths.existingNode(req, cluster), Paths.vmid(req));
      var order = new GuestAction.DeleteSnapshot(name(req));
      var waits = !Boolean.FALSE.equals(Query.flag(req, GuestOrderRoutes.WAIT));
      orders.answer(
          req, res, Body.optionalObject(req), by -> guestOrders.order(guest, order, waits, by));
    };
  }

  private static GuestRef guest(ServerRequest req, GuestKind kind) {
    return new GuestRef(kind, Paths.node(req), Paths.vmid(req));
  }

  /** The snapshot in the address; one whose name cannot be is not found. */
  private static SnapshotName name(ServerRequest req) {
    var name = Paths.text(req, "snapshot");
    try {
      return new SnapshotName(name);
    } catch (Refusal.Invalid e) {
      throw new Refusal.NotFound("snapshot", name);
    }
  }
}
