package direttore.domain.provision;

import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.SnapshotTree;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.holding.Access;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
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
  public Operation order(GuestRef guest, GuestAction action, boolean waitsForLock, Submitter by) {
    var order = checked(guest, action, waitsForLock, by.actor());
    return dispatch.submit(new Submission(order, GuestSecrets.NONE, by));
  }

  /** The order as it may be submitted now, or else refused as {@link #order} refuses it. */
  public GuestOrder checked(GuestRef guest, GuestAction action, boolean waitsForLock, Actor actor) {
    access.requireChange(actor, guest);
    refuseSenseless(action);
    try {
      return checkedThere(guest, action, waitsForLock, actor);
    } catch (Refusal.Moved e) {
      // One that has moved is followed, once.
      access.requireChange(actor, e.to());
      return checkedThere(e.to(), action, waitsForLock, actor);
    }
  }

  private GuestOrder checkedThere(
      GuestRef guest, GuestAction action, boolean waitsForLock, Actor actor) {
    refuseEarly(guest, action);
    var detail = cluster.detail(guest);
    access.requireSame(actor, detail);
    check(detail, action);
    var lock = detail.lock();
    if (!waitsForLock && lock != null && action.hinderedBy(lock)) {
      throw new Refusal.Locked(
          "%s is locked (%s), and the order was not to wait".formatted(guest, lock));
    }
    return new GuestOrder(guest, settled(action, detail), new Terms(waitsForLock, detail.birth()));
  }

  /** The order as the guest is now. */
  private static GuestAction settled(GuestAction action, GuestDetail guest) {
    return action instanceof GuestAction.Delete delete
        ? new GuestAction.Delete(delete.force() && guest.running())
        : action;
  }

  private static void refuseSenseless(GuestAction action) {
    if (action instanceof GuestAction.Power power
        && (power.timeout() < 0 || power.timeout() > 7200)) {
      throw new Refusal.Invalid("timeout", "must be 0 to 7200 (seconds)");
    }
  }

  /** Refuses what needs no look at the guest. */
  private void refuseEarly(GuestRef guest, GuestAction action) {
    switch (action) {
      case GuestAction.Power o
          when o.action() == PowerAction.START || o.action() == PowerAction.RESUME -> {
        // Nothing is lost by it.
      }
      case GuestAction.Power o -> refuseGuarded(guest);
      case GuestAction.Delete o -> refuseGuarded(guest);
      case GuestAction.RollBack o -> {
        refuseGuarded(guest);
        refuseHeld(guest, o);
      }
      default -> refuseHeld(guest, action);
    }
  }

  /** Refuses what the guest as it is now does not allow. */
  void check(GuestDetail guest, GuestAction action) {
    switch (action) {
      case GuestAction.Creation o -> throw new IllegalStateException(o.kind() + " makes its guest");
      case GuestAction.Power o -> checkPower(guest, o);
      case GuestAction.Delete o -> checkDelete(guest, o);
      case GuestAction.TakeSnapshot o -> checkTakeSnapshot(guest, o);
      case GuestAction.RollBack o -> checkRollBack(guest, o);
      case GuestAction.DeleteSnapshot o -> requireSnapshot(guest, o.name());
    }
  }

  /** As {@link #check}, with what needs no look at the guest. */
  void checkAgain(GuestDetail guest, GuestAction action) {
    refuseEarly(guest.ref(), action);
    check(guest, action);
  }

  private void checkPower(GuestDetail guest, GuestAction.Power order) {
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

  private void checkDelete(GuestDetail guest, GuestAction.Delete order) {
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

  private void checkTakeSnapshot(GuestDetail guest, GuestAction.TakeSnapshot order) {
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

  private void checkRollBack(GuestDetail guest, GuestAction.RollBack order) {
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

  private void refuseHeld(GuestRef guest, GuestAction action) {
    dispatch
        .activeOn(GuestOrder.subject(guest.cluster(), guest.vmid()))
        .ifPresent(holder -> {
          throw new GuestOrder(guest, action, Terms.USUAL).refusedBy(holder);
        });
  }

  private void refuseGuarded(GuestRef guest) {
    if (guarded.contains(guest.vmid())) {
      throw new Refusal.WrongState("%s is protected here (PROTECTED_VMIDS)".formatted(guest), null);
    }
  }
}
