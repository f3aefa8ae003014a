package direttore.api.guest;

import direttore.api.http.Fields;
import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.TeamName;
import direttore.domain.allocation.GivenPrefixes;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.NodeName;
import direttore.domain.provision.Provisioning;
import org.jspecify.annotations.Nullable;

/** Reads the orders of guests that a reservation brings into being. */
public final class ReservedGuests {
  private final Cluster cluster;
  private final Provisioning provisioning;
  private final GivenPrefixes prefixes;

  public ReservedGuests(Cluster cluster, Provisioning provisioning, GivenPrefixes prefixes) {
    this.cluster = cluster;
    this.provisioning = provisioning;
    this.prefixes = prefixes;
  }

  /** How the field is called that names such a guest. */
  public static String nameField(GuestKind kind) {
    return kind == GuestKind.QEMU ? "name" : "hostname";
  }

  /** An order as it was asked for; what it takes is found out when it is checked. */
  public interface Asked {
    /** Refuses what somebody may not have, or what is in the way of it now. */
    Checked checked(Actor actor);
  }

  /**
   * An order that could be carried out now.
   *
   * @param team the team that shall have the guest too, or null
   */
  public record Checked(
      GuestOrder order,
      GuestAction.Creation making,
      @Nullable TeamName team,
      GuestSecrets secrets) {}

  /** The order in these fields, or null when they are wrong, which is noted. */
  public @Nullable Asked read(Fields fields, NodeName node, GuestKind kind) {
    return kind == GuestKind.QEMU ? vm(fields, node) : container(fields, node);
  }

  private Asked vm(Fields fields, NodeName node) {
    var request = VmRequest.checked(fields);
    return actor -> {
      requireNode(node);
      var obstacles = new Obstacles();
      var vm = new VmSourcing(provisioning).vm(node, request, actor, obstacles);
      return checked(
          node,
          request.vmid(),
          new GuestAction.CreateVm(vm),
          request.team(),
          request.secrets(),
          request.waitsForLock(),
          actor,
          obstacles);
    };
  }

  private @Nullable Asked container(Fields fields, NodeName node) {
    var request = ContainerRequest.read(fields);
    return request == null
        ? null
        : actor -> {
          requireNode(node);
          return checked(
              node,
              request.vmid(),
              new GuestAction.CreateContainer(request.container()),
              request.team(),
              request.secrets(),
              true,
              actor,
              new Obstacles());
        };
  }

  private void requireNode(NodeName node) {
    if (!cluster.has(node)) {
      throw new Refusal.Unknown("node", "node", "There is no node %s.".formatted(node));
    }
  }

  private void requirePrefixes(GuestAction.Creation action) {
    for (int i = 0; i < action.held().size(); i++) {
      var prefix = action.held().get(i).prefix();
      if (prefix != null) {
        prefixes.require("nics[%d].prefix".formatted(i), prefix);
      }
    }
  }

  /** Quotas do not count: what a reservation takes was decided with it. */
  private Checked checked(
      NodeName node,
      @Nullable VmId vmid,
      GuestAction.Creation action,
      @Nullable TeamName team,
      GuestSecrets secrets,
      boolean waits,
      Actor actor,
      Obstacles obstacles) {
    requirePrefixes(action);
    provisioning.checkReserved(node, vmid, action, team, actor, obstacles);
    var order = provisioning.order(node, vmid, action, waits);
    return new Checked(order, action, team, secrets);
  }
}
