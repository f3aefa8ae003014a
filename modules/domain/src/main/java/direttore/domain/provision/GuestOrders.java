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
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.operation.Terms;
import direttore.domain.operation.VmidChoice;
import java.util.Set;

/**
 * Takes orders for guests that exist, as their node knows them now: a list may be seconds old. Each
 * refuses with {@code Forbidden} when the guest is not the submitter's to change, and with {@code
 * NotFound} when the cluster has no such guest; one that has moved to another node is followed.
 */
public final class GuestOrders {
  private final Cluster cluster;
  private final Dispatch dispatch;
  private final Set<VmId> guarded;
  private final Access access;
  private final Making making;

  /**
   * @param guarded guests that are never stopped, rebooted or deleted from here, such as the one
   *     that this program runs in
   */
  public GuestOrders(Cluster cluster, Dispatch dispatch, Set<VmId> guarded, Access access) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.guarded = Set.copyOf(guarded);
    this.access = access;
    this.making = new Making(cluster, dispatch);
  }

  /**
   * Orders a change of a guest: power, an end, something about its snapshots.
   *
   * @param waitsForLock whether to wait while something else at Proxmox holds the guest; else it is
   *     refused with {@code Locked}
   */
  public Operation order(GuestRef guest, Order order, boolean waitsForLock, Submitter by) {
    access.requireChange(by.actor(), guest);
    refuseSenseless(order);
    try {
      return orderThere(guest, order, waitsForLock, by);
    } catch (Refusal.Moved e) {
      // One that has moved is followed, once.
      access.requireChange(by.actor(), e.to());
      return orderThere(e.to(), order, waitsForLock, by);
    }
  }

  private Operation orderThere(GuestRef guest, Order order, boolean waitsForLock, Submitter by) {
    refuseEarly(guest, order);
    var detail = cluster.detail(guest);
    access.requireSame(by.actor(), detail);
    check(detail, order);
    var lock = detail.lock();
    if (!waitsForLock && lock != null && order.hinderedBy(lock)) {
      throw new Refusal.Locked(
          "%s is locked (%s), and the order was not to wait".formatted(guest, lock));
    }
    return dispatch.submit(
        new Submission(
            settled(order, detail),
            guest.kind(),
            guest.node(),
            new VmidChoice.Given(guest.vmid()),
            GuestSecrets.NONE,
            by,
            null,
            new Terms(waitsForLock, detail.birth()),
            null));
  }

  /** The order as the guest is now. */
  private static Order settled(Order order, GuestDetail guest) {
    return order instanceof Order.Delete delete
        ? new Order.Delete(delete.force() && guest.running())
        : order;
  }

  private static void refuseSenseless(Order order) {
    if (order instanceof Order.Power power && (power.timeout() < 0 || power.timeout() > 7200)) {
      throw new Refusal.Invalid("timeout", "must be 0 to 7200 (seconds)");
    }
  }

  /** Refuses what needs no look at the guest. */
  private void refuseEarly(GuestRef guest, Order order) {
    switch (order) {
      case Order.Power o
          when o.action() == PowerAction.START || o.action() == PowerAction.RESUME -> {
        // Nothing is lost by it.
      }
      case Order.Power o -> refuseGuarded(guest);
      case Order.Delete o -> refuseGuarded(guest);
      case Order.RollBack o -> {
        refuseGuarded(guest);
        refuseHeld(guest, o);
      }
      default -> refuseHeld(guest, order);
    }
  }

  /** Refuses what the guest as it is now does not allow. */
  void check(GuestDetail guest, Order order) {
    switch (order) {
      case Order.Creation o -> throw new IllegalStateException(o.kind() + " makes its guest");
      case Order.Power o -> checkPower(guest, o);
      case Order.Delete o -> checkDelete(guest, o);
      case Order.TakeSnapshot o -> checkTakeSnapshot(guest, o);
      case Order.RollBack o -> checkRollBack(guest, o);
      case Order.DeleteSnapshot o -> requireSnapshot(guest, o.name());
    }
  }

  /** As {@link #check}, with what needs no look at the guest. */
  void checkAgain(GuestDetail guest, Order order) {
    refuseEarly(guest.ref(), order);
    check(guest, order);
  }

  private void checkPower(GuestDetail guest, Order.Power order) {
    if (guest.template()) {
      throw new Refusal.WrongState("%s is a template and never runs".formatted(guest.ref()), null);
    }
    refuseOfPaused(guest, order.action());
    if (order.action() == PowerAction.START && !guest.running()) {
      requireProcessors(guest);
    }
  }

  private static void refuseOfPaused(GuestDetail guest, PowerAction action) {
    var resumes = action == PowerAction.RESUME;
    if (resumes && !guest.paused()) {
      throw new Refusal.WrongState("%s is not paused".formatted(guest.ref()), null);
    }
    if (guest.paused() && !resumes && action != PowerAction.STOP) {
      throw new Refusal.WrongState(
          "%s is paused; resume it first, or stop it".formatted(guest.ref()), null);
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

  private void checkDelete(GuestDetail guest, Order.Delete order) {
    if (guest.guarded()) {
      throw new Refusal.WrongState(
          "%s is protected against deletion at Proxmox; take its protection off there first"
              .formatted(guest.ref()),
          null);
    }
    if (guest.running() && !order.force()) {
      throw new Refusal.WrongState(
          "%s is running; stop it first, or send force to stop and delete it"
              .formatted(guest.ref()),
          "force");
    }
    making.refuseLeftover(guest);
  }

  private void checkTakeSnapshot(GuestDetail guest, Order.TakeSnapshot order) {
    var snapshots = cluster.snapshots(guest);
    if (snapshots.tree().find(order.name()).isPresent()) {
      throw new Refusal.WrongState(
          "%s has a snapshot %s already".formatted(guest.ref(), order.name()), "name");
    }
    if (snapshots.obstacle() != null) {
      throw new Refusal.Impossible(null, snapshots.obstacle());
    }
    if (order.ram() && (guest.ref().kind() == GuestKind.LXC || !guest.running())) {
      throw new Refusal.Impossible("ram", "only the memory of a running VM can be kept");
    }
  }

  private void checkRollBack(GuestDetail guest, Order.RollBack order) {
    var snapshot = requireSnapshot(guest, order.name());
    if (snapshot.unfinished() != null) {
      throw new Refusal.WrongState(
          "snapshot %s of %s is not whole (%s)"
              .formatted(snapshot.name(), guest.ref(), snapshot.unfinished()),
          null);
    }
  }

  private SnapshotTree.Snapshot requireSnapshot(GuestDetail guest, SnapshotName name) {
    return cluster
        .snapshotTree(guest.ref())
        .find(name)
        .orElseThrow(
            () -> new Refusal.NotFound("snapshot", "%s of %s".formatted(name, guest.ref())));
  }

  private void refuseHeld(GuestRef guest, Order order) {
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
}
