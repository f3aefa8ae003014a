package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.Violations;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.holding.Access;
import direttore.domain.holding.GuestOrigins;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Retry;
import direttore.domain.operation.RetryPlaces;
import direttore.domain.operation.Step;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import java.util.List;
import java.util.Optional;

/** Orders again what failed or was cancelled of a guest, as a new operation. */
public final class GuestRetries implements Retry {
  private final Cluster cluster;
  private final Provisioning provisioning;
  private final GuestOrders guestOrders;
  private final Dispatch dispatch;
  private final Access access;
  private final GuestOrigins origins;
  private final Making making;
  private final RetryPlaces places;

  /**
   * @param places what a repetition belongs to
   */
  public GuestRetries(
      Operations operations,
      Cluster cluster,
      Provisioning provisioning,
      GuestOrders guestOrders,
      Dispatch dispatch,
      Access access,
      RetryPlaces places) {
    this.cluster = cluster;
    this.provisioning = provisioning;
    this.guestOrders = guestOrders;
    this.dispatch = dispatch;
    this.access = access;
    this.origins = new GuestOrigins(operations);
    this.making = new Making(cluster, dispatch);
    this.places = places;
  }

  @Override
  public boolean has(Order order) {
    return order instanceof GuestOrder;
  }

  /** A making that had made its guest goes on from the step that failed, in the same guest. */
  @Override
  public Operation retry(Operation earlier, GuestSecrets again, Submitter by) {
    access.requireSteer(by.actor(), earlier);
    if (earlier.state() != Operation.State.FAILED && earlier.state() != Operation.State.CANCELLED) {
      throw new Refusal.WrongState(
          "operation %s is %s; only what failed or was cancelled is ordered again"
              .formatted(earlier.id(), earlier.state().wire()),
          null);
    }
    refuseOtherSecrets(earlier, again);
    if (GuestOrder.action(earlier) instanceof GuestAction.Creation creation) {
      var left = leftBehind(earlier);
      return left.isPresent()
          ? goOn(left.get(), again, by)
          : beginAgain(earlier, creation, again, by);
    }
    access.requireChange(by.actor(), GuestOrder.guest(earlier));
    try {
      return again(earlier, again, by);
    } catch (Refusal.Moved e) {
      var there = GuestOrder.movedTo(earlier, e.to().node());
      access.requireChange(by.actor(), GuestOrder.guest(there));
      return again(there, again, by);
    }
  }

  private Operation again(Operation earlier, GuestSecrets again, Submitter by) {
    var guest = cluster.detail(GuestOrder.guest(earlier));
    access.requireSame(by.actor(), guest);
    var order = GuestOrder.of(earlier);
    if (!order.terms().sameGuest(guest.birth())) {
      throw new Refusal.WrongState(
          "VMID %s belongs to another guest than when this was ordered; order it anew if it is meant"
              .formatted(order.vmid()),
          null);
    }
    guestOrders.checkAgain(guest, order.action());
    var terms = new Terms(order.terms().waitsForLock(), guest.birth());
    return submit(
        earlier, new GuestOrder(order.guest(), order.action(), terms), again, by, List.of());
  }

  private static void refuseOtherSecrets(Operation earlier, GuestSecrets again) {
    var other = new Violations();
    for (var name : again.names()) {
      if (!earlier.secretNames().contains(name)) {
        other.add(name, "did not come with the order that is repeated");
      }
    }
    other.refuseIfAny();
  }

  private static void requireSecrets(Operation earlier, GuestSecrets again) {
    var missing = new Violations();
    for (var name : earlier.secretNames()) {
      if (!again.names().contains(name)) {
        missing.add(name, "was forgotten when the operation ended; send it again");
      }
    }
    missing.refuseIfAny();
  }

  /** The operation where the guest is that it made or was to finish, empty when there is none. */
  private Optional<Operation> leftBehind(Operation earlier) {
    try {
      return made(earlier) ? Optional.of(earlier) : Optional.empty();
    } catch (Refusal.NotFound e) {
      return Optional.empty();
    } catch (Refusal.Moved e) {
      var there = GuestOrder.movedTo(earlier, e.to().node());
      return made(there) ? Optional.of(there) : Optional.empty();
    }
  }

  private boolean made(Operation earlier) {
    return origins.made(earlier.id(), cluster.detail(GuestOrder.guest(earlier)).description());
  }

  /** What is half made bears no mark yet, and has the VMID all the same. */
  private void refuseLeftover(Operation earlier) {
    try {
      making.refuseLeftover(cluster.detail(GuestOrder.guest(earlier)));
    } catch (Refusal.NotFound | Refusal.Moved e) {
      // Nothing is in the way there.
    }
  }

  private Operation goOn(Operation earlier, GuestSecrets again, Submitter by) {
    // It may have been handed over since: whoever has it now decides.
    access.requireChange(by.actor(), GuestOrder.guest(earlier));
    var done =
        earlier.steps().stream()
            .takeWhile(step -> step.state() == Step.State.DONE)
            .map(Step::inherited)
            .toList();
    if (done.isEmpty()) {
      refuseLeftover(earlier);
      throw new Refusal.VmidInUse(
          "vmid %s is taken by what operation %s left partly created; delete that guest, then retry"
              .formatted(GuestOrder.of(earlier).vmid(), earlier.id()));
    }
    if (earlier.steps().subList(done.size(), earlier.steps().size()).stream()
        .anyMatch(step -> step.kind() == GuestStep.CONFIGURE)) {
      requireSecrets(earlier, again);
    }
    var order = GuestOrder.of(earlier);
    return submit(
        earlier, new GuestOrder(order.guest(), order.action(), order.terms()), again, by, done);
  }

  private Operation beginAgain(
      Operation earlier, GuestAction.Creation creation, GuestSecrets again, Submitter by) {
    requireSecrets(earlier, again);
    var before = GuestOrder.of(earlier);
    if (!before.vmidChosen()) {
      refuseLeftover(earlier);
    }
    var node = before.node();
    var obstacles = new Obstacles();
    var action = provisioning.renewed(node, creation, by.actor(), obstacles);
    var chosen = before.vmidChosen();
    provisioning.checkAgain(
        node, chosen ? null : before.vmid(), action, earlier.team(), by.actor(), obstacles);
    var choice = chosen ? provisioning.free() : new VmidChoice.Given(before.vmid());
    var order =
        new GuestOrder(before.cluster(), before.guestKind(), node, choice, action, before.terms());
    return submit(earlier, order, again, by, List.of());
  }

  private Operation submit(
      Operation earlier, GuestOrder order, GuestSecrets again, Submitter by, List<Step> done) {
    var retry = new Submission.Retry(earlier.id(), earlier.secretNames(), done);
    return dispatch.submit(
        new Submission(order, again, by, earlier.team(), retry, places.place(earlier, by.name())));
  }
}
