package direttore.api.guest;

import direttore.api.http.Fields;
import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.group.NewGroup.Ordered;
import direttore.domain.group.Reason;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.node.NodeName;
import direttore.domain.provision.GuestOrders;
import direttore.domain.provision.Provisioning;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the members of a group, and checks each as its own route would. */
public final class MemberOrders {
  private static final NodeName NOWHERE = new NodeName("nowhere");
  private static final VmId NOTHING = new VmId(100);

  private final Cluster cluster;
  private final Provisioning provisioning;
  private final GuestOrders guestOrders;

  public MemberOrders(Cluster cluster, Provisioning provisioning, GuestOrders guestOrders) {
    this.cluster = cluster;
    this.provisioning = provisioning;
    this.guestOrders = guestOrders;
  }

  /**
   * A member as it was asked for.
   *
   * @param vmid of its guest, or null where that is chosen later
   * @param deletes whether there is no guest any more once it is done
   * @param check decides how it is carried out, or why it is not
   */
  public record Asked(
      @Nullable VmId vmid, boolean deletes, BiFunction<Actor, Obstacles, Ordered> check) {
    /** How it is carried out, or why it is not. */
    public Ordered checked(Actor actor) {
      return check.apply(actor, new Obstacles());
    }
  }

  /** The member in these fields, or null when they are wrong, which is noted. */
  public @Nullable Asked read(Fields fields) {
    var node =
        fields.required("node", fields.made("node", fields.text("node"), NodeName::new), NOWHERE);
    var kind = kind(fields);
    var word = fields.required("action", fields.text("action"), "");
    if (word.equals("create")) {
      return making(fields, node, kind.orElse(null));
    }
    var vmid = fields.made("vmid", fields.integer("vmid"), VmId::new);
    fields.required("vmid", vmid, NOTHING);
    var action = action(fields, word);
    var waits = fields.flag(GuestOrderRoutes.WAIT, true);
    if (kind.isEmpty() || vmid == null || action.isEmpty()) {
      return null;
    }
    var guest = new GuestRef(kind.get(), node, vmid);
    var order = action.get();
    return new Asked(
        vmid,
        order instanceof GuestAction.Delete,
        (actor, obstacles) -> change(guest, order, waits, actor));
  }

  private static Optional<GuestKind> kind(Fields fields) {
    var word = fields.required("type", fields.text("type"), "");
    var kind = Arrays.stream(GuestKind.values()).filter(k -> k.wire().equals(word)).findFirst();
    if (kind.isEmpty() && !word.isEmpty()) {
      fields.violated("type", "must be qemu or lxc");
    }
    return kind;
  }

  private static Optional<GuestAction> action(Fields fields, String word) {
    var action =
        word.equals("snapshot")
            ? Optional.<GuestAction>of(SnapshotRoutes.taken(fields))
            : GuestOrderRoutes.action(fields, word);
    if (action.isEmpty() && !word.isEmpty()) {
      fields.violated(
          "action",
          "must be one of create, start, stop, reboot, shutdown, resume, delete, snapshot");
    }
    return action;
  }

  private Ordered change(GuestRef guest, GuestAction action, boolean waits, Actor actor) {
    try {
      requireNode(guest.node());
      var order = guestOrders.checked(guest, action, waits, actor);
      return new Ordered(order, null, GuestSecrets.NONE, null);
    } catch (Refusal e) {
      var order = new GuestOrder(guest, action, new Terms(waits, null));
      return refused(order, null, e);
    }
  }

  private void requireNode(NodeName node) {
    if (!cluster.has(node)) {
      throw new Refusal.NotFound("node", node);
    }
  }

  /** What says that the request is wrong, or nothing about the member, refuses all of them. */
  private static Ordered refused(GuestOrder order, @Nullable TeamName team, Refusal why) {
    if (why instanceof Refusal.Invalid
        || why instanceof Refusal.DatabaseAway
        || why instanceof Refusal.Overloaded) {
      throw why;
    }
    return new Ordered(order, team, GuestSecrets.NONE, Reason.of(why));
  }

  private @Nullable Asked making(Fields fields, NodeName node, @Nullable GuestKind kind) {
    if (kind == null) {
      fields.leave("guest");
      return null;
    }
    var guest = fields.object("guest");
    if (guest == null) {
      fields.required("guest", null, "");
      return null;
    }
    return kind == GuestKind.QEMU ? vm(node, guest) : container(node, guest);
  }

  private Asked vm(NodeName node, Fields fields) {
    var request = VmRequest.checked(fields);
    return new Asked(
        request.vmid(), false, (actor, obstacles) -> vm(node, request, actor, obstacles));
  }

  private Ordered vm(NodeName node, VmRequest request, Actor actor, Obstacles obstacles) {
    var asked = new VmSourcing(provisioning);
    try {
      requireNode(node);
      var action = new GuestAction.CreateVm(asked.vm(node, request, actor, obstacles));
      return made(
          node,
          request.vmid(),
          action,
          request.team(),
          request.secrets(),
          request.waitsForLock(),
          actor,
          obstacles);
    } catch (Refusal e) {
      var action = new GuestAction.CreateVm(VmSourcing.unseen(node, request));
      var order = provisioning.order(node, request.vmid(), action, request.waitsForLock());
      return notMade(order, request.team(), e);
    }
  }

  private @Nullable Asked container(NodeName node, Fields fields) {
    var request = ContainerRequest.read(fields);
    return request == null
        ? null
        : new Asked(
            request.vmid(),
            false,
            (actor, obstacles) -> container(node, request, actor, obstacles));
  }

  private Ordered container(
      NodeName node, ContainerRequest request, Actor actor, Obstacles obstacles) {
    var action = new GuestAction.CreateContainer(request.container());
    try {
      requireNode(node);
      return made(
          node, request.vmid(), action, request.team(), request.secrets(), true, actor, obstacles);
    } catch (Refusal e) {
      var order = provisioning.order(node, request.vmid(), action, true);
      return notMade(order, request.team(), e);
    }
  }

  /** Quotas are left to the store: they hold for all that is ordered by then. */
  private Ordered made(
      NodeName node,
      @Nullable VmId vmid,
      GuestAction.Creation action,
      @Nullable TeamName team,
      GuestSecrets secrets,
      boolean waits,
      Actor actor,
      Obstacles obstacles) {
    provisioning.checkAgain(node, vmid, action, team, actor, obstacles);
    return new Ordered(provisioning.order(node, vmid, action, waits), team, secrets, null);
  }

  private static Ordered notMade(GuestOrder order, @Nullable TeamName team, Refusal why) {
    if (why instanceof Refusal.Invalid e) {
      throw new Refusal.Invalid(e.violations().stream().map(v -> v.within("guest")).toList());
    }
    return refused(order, team, why);
  }
}
