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
   * @param check decides how it is carried out, or why it is not
   */
  public record Asked(@Nullable VmId vmid, BiFunction<Actor, Obstacles, Ordered> check) {
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
      return kind.map(k -> making(fields, node, k)).orElse(null);
    }
    var vmid =
        fields.required("vmid", fields.made("vmid", fields.integer("vmid"), VmId::new), NOTHING);
    var action = action(fields, word);
    var waits = fields.flag(GuestOrderRoutes.WAIT, true);
    if (kind.isEmpty() || action.isEmpty()) {
      return null;
    }
    var guest = new GuestRef(kind.get(), node, vmid);
    var order = action.get();
    return new Asked(vmid, (actor, obstacles) -> change(guest, order, waits, actor));
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

  private static Ordered refused(GuestOrder order, @Nullable TeamName team, Refusal why) {
    if (why instanceof Refusal.DatabaseAway || why instanceof Refusal.Overloaded) {
      throw why;
    }
    return new Ordered(order, team, GuestSecrets.NONE, Reason.of(why));
  }

  private @Nullable Asked making(Fields fields, NodeName node, GuestKind kind) {
    var guest = fields.object("guest");
    if (guest == null) {
      fields.required("guest", null, "");
      return null;
    }
    return kind == GuestKind.QEMU ? vm(node, guest) : container(node, guest);
  }

  private Asked vm(NodeName node, Fields fields) {
    var request = VmRequest.checked(fields);
    var sourcing = new VmSourcing(provisioning);
    return new Asked(
        request.vmid(),
        (actor, obstacles) -> {
          requireNode(node);
          var action = new GuestAction.CreateVm(sourcing.vm(node, request, actor, obstacles));
          return made(
              node,
              request.vmid(),
              action,
              request.team(),
              request.secrets(),
              request.waitsForLock(),
              actor,
              obstacles);
        });
  }

  private @Nullable Asked container(NodeName node, Fields fields) {
    var request = ContainerRequest.read(fields);
    if (request == null) {
      return null;
    }
    var action = new GuestAction.CreateContainer(request.container());
    return new Asked(
        request.vmid(),
        (actor, obstacles) -> {
          requireNode(node);
          return made(
              node,
              request.vmid(),
              action,
              request.team(),
              request.secrets(),
              true,
              actor,
              obstacles);
        });
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
    var order = provisioning.order(node, vmid, action, waits);
    try {
      provisioning.checkAgain(node, vmid, action, team, actor, obstacles);
      return new Ordered(order, team, secrets, null);
    } catch (Refusal e) {
      return refused(order, team, e);
    }
  }
}
