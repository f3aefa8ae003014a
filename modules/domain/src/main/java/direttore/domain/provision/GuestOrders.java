package direttore.domain.provision;

import direttore.domain.Refusal;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Order;
import direttore.domain.operation.Requester;
import direttore.domain.operation.VmidChoice;
import direttore.domain.operation.Wish;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes orders for guests that exist, as their node knows them now: a list may be seconds old. Each
 * refuses with {@code Forbidden} when the guest is not the requester's to change, and with {@code
 * NotFound} when the cluster has no such guest; one that has moved to another node is followed.
 */
public final class GuestOrders {
  private final Cluster cluster;
  private final Dispatch dispatch;
  private final Set<VmId> guarded;
  private final Access access;

  /**
   * @param guarded guests that are never stopped, rebooted or deleted from here, such as the one
   *     that this program runs in
   */
  public GuestOrders(Cluster cluster, Dispatch dispatch, Set<VmId> guarded, Access access) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.guarded = Set.copyOf(guarded);
    this.access = access;
  }

  /**
   * Starts, stops, reboots or shuts down a guest.
   *
   * @param timeout seconds that a shutdown or reboot may take, 0 for Proxmox's own
   */
  public Operation power(
      GuestRef guest, PowerAction action, int timeout, boolean forceStop, Requester by) {
    var order = new Order.Power(action, timeout, forceStop);
    return wherever(
        guest,
        by,
        there -> {
          checkPower(there, order);
          return submit(there, order, by);
        });
  }

  void checkPower(GuestRef guest, Order.Power order) {
    if (order.timeout() < 0 || order.timeout() > 7200) {
      throw new Refusal.Invalid("timeout", "must be 0 to 7200 (seconds)");
    }
    if (order.action() != PowerAction.START) {
      refuseGuarded(guest);
    }
    var detail = cluster.detail(guest);
    if (detail.template()) {
      throw new Refusal.WrongState("%s is a template and never runs".formatted(guest), null);
    }
    if (order.action() == PowerAction.START && !detail.running()) {
      requireProcessors(detail);
    }
  }

  /** Proxmox would refuse it too, in a task that fails ("MAX 8 vcpus allowed per VM"). */
  private void requireProcessors(GuestDetail detail) {
    var wanted = detail.processors();
    cluster.nodes().value().stream()
        .filter(node -> node.name().equals(detail.ref().node()))
        .filter(node -> node.maxCpu() > 0 && wanted > node.maxCpu())
        .findFirst()
        .ifPresent(node -> {
          throw new Refusal.WrongState(
              "%s has %d processors, so that %s with %d cannot start there"
                  .formatted(node.name(), node.maxCpu(), detail.ref(), wanted),
              null);
        });
  }

  /** Deletes a guest, its disks and what refers to it. */
  public Operation delete(GuestRef guest, boolean force, Requester by) {
    return wherever(
        guest,
        by,
        there -> {
          var detail = checkDelete(there, force);
          return submit(there, new Order.Delete(force && detail.running()), by);
        });
  }

  GuestDetail checkDelete(GuestRef guest, boolean force) {
    refuseGuarded(guest);
    var detail = cluster.detail(guest);
    if (detail.guarded()) {
      throw new Refusal.WrongState(
          "%s is protected against deletion at Proxmox; take its protection off there first"
              .formatted(guest),
          null);
    }
    if (detail.running() && !force) {
      throw new Refusal.WrongState(
          "%s is running; stop it first, or send force to stop and delete it".formatted(guest),
          "force");
    }
    return detail;
  }

  /** Takes a snapshot of a guest, where its storage can and the name is free. */
  public Operation takeSnapshot(GuestRef guest, Order.TakeSnapshot order, Requester by) {
    return wherever(
        guest,
        by,
        there -> {
          checkTakeSnapshot(there, order);
          return submit(there, order, by);
        });
  }

  void checkTakeSnapshot(GuestRef guest, Order.TakeSnapshot order) {
    refuseHeld(guest, order);
    var snapshots = cluster.snapshots(guest);
    if (snapshots.tree().find(order.name()).isPresent()) {
      throw new Refusal.WrongState(
          "%s has a snapshot %s already".formatted(guest, order.name()), "name");
    }
    if (snapshots.obstacle() != null) {
      throw new Refusal.Impossible(null, snapshots.obstacle());
    }
    if (order.ram() && (guest.kind() == GuestKind.LXC || !cluster.detail(guest).running())) {
      throw new Refusal.Impossible("ram", "only the memory of a running VM can be kept");
    }
  }

  /** Puts a guest back to a snapshot. */
  public Operation rollBack(GuestRef guest, Order.RollBack order, Requester by) {
    return wherever(
        guest,
        by,
        there -> {
          checkRollBack(there, order);
          return submit(there, order, by);
        });
  }

  void checkRollBack(GuestRef guest, Order.RollBack order) {
    refuseGuarded(guest);
    refuseHeld(guest, order);
    var snapshot = requireSnapshot(guest, order.name());
    if (snapshot.unfinished() != null) {
      throw new Refusal.WrongState(
          "snapshot %s of %s is not whole (%s)"
              .formatted(snapshot.name(), guest, snapshot.unfinished()),
          null);
    }
  }

  /** Deletes a snapshot of a guest. */
  public Operation deleteSnapshot(GuestRef guest, Order.DeleteSnapshot order, Requester by) {
    return wherever(
        guest,
        by,
        there -> {
          checkDeleteSnapshot(there, order);
          return submit(there, order, by);
        });
  }

  void checkDeleteSnapshot(GuestRef guest, Order.DeleteSnapshot order) {
    refuseHeld(guest, order);
    requireSnapshot(guest, order.name());
  }

  /** Does it with the guest where it is: one that has moved is followed, once. */
  private Operation wherever(GuestRef guest, Requester by, Function<GuestRef, Operation> order) {
    access.requireChange(by.actor(), guest);
    try {
      return order.apply(guest);
    } catch (Refusal.Moved e) {
      access.requireChange(by.actor(), e.to());
      return order.apply(e.to());
    }
  }

  private SnapshotTree.Snapshot requireSnapshot(GuestRef guest, SnapshotName name) {
    return cluster
        .snapshots(guest)
        .tree()
        .find(name)
        .orElseThrow(() -> new Refusal.NotFound("snapshot", "%s of %s".formatted(name, guest)));
  }

  private void refuseHeld(GuestRef guest, Order order) {
    // A lock of Proxmox is waited for, as with every other order; see the worker.
    dispatch
        .activeOn(guest.vmid())
        .ifPresent(holder -> {
          throw order.refusedBy(holder);
        });
  }

  private void refuseGuarded(GuestRef guest) {
    if (guarded.contains(guest.vmid())) {
      throw new Refusal.WrongState("%s is protected here (PROTECTED_VMIDS)".formatted(guest), null);
    }
  }

  private Operation submit(GuestRef guest, Order order, Requester by) {
    return dispatch.submit(
        new Wish(
            order,
            guest.kind(),
            guest.node(),
            new VmidChoice.Given(guest.vmid()),
            GuestSecrets.NONE,
            by));
  }
}
