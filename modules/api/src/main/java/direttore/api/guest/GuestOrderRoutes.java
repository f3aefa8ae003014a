package direttore.api.guest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.operation.Orders;
import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submitter;
import direttore.domain.provision.GuestOrders;
import direttore.domain.provision.Provisioning;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What may be ordered for guests: new ones, power, an end. */
public final class GuestOrderRoutes {
  /** The field that says whether an order waits for a lock of Proxmox. */
  static final String WAIT = "wait_for_lock";

  private final Cluster cluster;
  private final Provisioning provisioning;
  private final GuestOrders guestOrders;
  private final Orders orders;

  public GuestOrderRoutes(
      Cluster cluster, Provisioning provisioning, GuestOrders guestOrders, Orders orders) {
    this.cluster = cluster;
    this.provisioning = provisioning;
    this.guestOrders = guestOrders;
    this.orders = orders;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/api/proxmox/nodes/{node}/vms",
            RequiredRight.of(Right.MAKE_GUESTS),
            "guest.create",
            this::createVm),
        Route.post(
            "/api/proxmox/nodes/{node}/lxc",
            RequiredRight.of(Right.MAKE_GUESTS),
            "guest.create",
            this::createContainer),
        Route.post(
            "/api/proxmox/nodes/{node}/vms/{vmid}/{action}",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "guest.act",
            act(GuestKind.QEMU)),
        Route.post(
            "/api/proxmox/nodes/{node}/lxc/{vmid}/{action}",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "guest.act",
            act(GuestKind.LXC)));
  }

  private void createVm(ServerRequest req, ServerResponse res) {
    var checkOnly = checkOnly(req);
    var node = Paths.existingNode(req, cluster);
    var body = Body.object(req);
    var request = VmRequest.of(body);
    var sourcing = new VmSourcing(provisioning);
    var actor = AuditedRequest.of(req).actor();
    create(
        req,
        res,
        body,
        checkOnly,
        new Creation(
            node,
            request.vmid(),
            request.team(),
            request.secrets(),
            request.waitsForLock(),
            obstacles -> new GuestAction.CreateVm(sourcing.vm(node, request, actor, obstacles))));
  }

  private void createContainer(ServerRequest req, ServerResponse res) {
    var checkOnly = checkOnly(req);
    var node = Paths.existingNode(req, cluster);
    var body = Body.object(req);
    var request = ContainerRequest.of(body);
    var order = new GuestAction.CreateContainer(request.container());
    create(
        req,
        res,
        body,
        checkOnly,
        new Creation(
            node, request.vmid(), request.team(), request.secrets(), true, obstacles -> order));
  }

  /**
   * An order for a new guest, as far as the body tells it.
   *
   * @param order decides the rest and notes what is in the way
   */
  private record Creation(
      NodeName node,
      @Nullable VmId vmid,
      @Nullable TeamName team,
      GuestSecrets secrets,
      boolean waitsForLock,
      Function<Obstacles, GuestAction.Creation> order) {}

  /** Whether the order is only to be checked: nothing is done, so that the audit keeps nothing. */
  private static boolean checkOnly(ServerRequest req) {
    var only = Boolean.TRUE.equals(Query.flag(req, "check"));
    if (only) {
      AuditedRequest.of(req).unkept();
    }
    return only;
  }

  private void create(
      ServerRequest req, ServerResponse res, ObjectNode body, boolean checkOnly, Creation wanted) {
    refusePrefixes(body);
    if (checkOnly) {
      check(wanted, AuditedRequest.of(req).actor());
      Answer.json(req, res, CheckedOrder.of(wanted.node(), wanted.vmid()));
    } else {
      orders.answer(req, res, body, by -> submit(wanted, by));
    }
  }

  /** Whoever orders a guest now holds its addresses first, and sees which they are. */
  private static void refusePrefixes(ObjectNode body) {
    var nics = body.path("nics");
    for (int i = 0; i < nics.size(); i++) {
      if (nics.get(i).hasNonNull("prefix")) {
        throw new Refusal.Invalid(
            "nics[%d].prefix".formatted(i),
            "is for guests of reservations: hold an address and name it in allocations");
      }
    }
  }

  private void check(Creation wanted, Actor actor) {
    var obstacles = new Obstacles();
    var order = wanted.order().apply(obstacles);
    provisioning.check(wanted.node(), wanted.vmid(), order, wanted.team(), actor, obstacles);
  }

  private Operation submit(Creation wanted, Submitter by) {
    var obstacles = new Obstacles();
    var order = wanted.order().apply(obstacles);
    return provisioning.create(
        wanted.node(),
        wanted.vmid(),
        order,
        wanted.secrets(),
        wanted.team(),
        wanted.waitsForLock(),
        by,
        obstacles);
  }

  /** The answer to an order that was only to be checked. */
  record CheckedOrder(boolean valid, String node, @Nullable Integer vmid) {
    static CheckedOrder of(NodeName node, @Nullable VmId vmid) {
      return new CheckedOrder(true, node.value(), vmid == null ? null : vmid.value());
    }
  }

  private Handler act(GuestKind kind) {
    return (req, res) -> {
      var node = Paths.existingNode(req, cluster);
      var body = Body.optionalObject(req);
      orders.answer(req, res, body, order(req, Fields.of(body), kind, node));
    };
  }

  private Function<Submitter, Operation> order(
      ServerRequest req, Fields fields, GuestKind kind, NodeName node) {
    var word = Paths.text(req, "action");
    var guest = new GuestRef(kind, node, Paths.vmid(req));
    var order = action(fields, word).orElseThrow(() -> new Refusal.NotFound("action", word));
    return ordered(fields, guest, order);
  }

  /** The power action or deletion of that word, as the fields have it. */
  static Optional<GuestAction> action(Fields fields, String word) {
    return word.equals("delete")
        ? Optional.of(new GuestAction.Delete(fields.flag("force", false)))
        : action(word).map(action -> power(fields, action));
  }

  private static GuestAction power(Fields fields, PowerAction action) {
    var ends = action == PowerAction.SHUTDOWN;
    var timeout = ends || action == PowerAction.REBOOT ? fields.integer("timeout", 0) : 0;
    var forceStop = ends && fields.flag("force_stop", false);
    return new GuestAction.Power(action, timeout, forceStop);
  }

  private Function<Submitter, Operation> ordered(
      Fields fields, GuestRef guest, GuestAction action) {
    var waits = fields.flag(WAIT, true);
    refuseWrong(fields);
    return by -> guestOrders.order(guest, action, waits, by);
  }

  private static Optional<PowerAction> action(String word) {
    return Arrays.stream(PowerAction.values()).filter(a -> a.wire().equals(word)).findFirst();
  }

  private static void refuseWrong(Fields fields) {
    fields.refuseUnknown();
    fields.refuseIfAny();
  }
}
