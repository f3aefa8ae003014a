package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.Refusal;
import direttore.domain.Violations;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Order;
import direttore.domain.operation.Requester;
import direttore.domain.operation.VmidChoice;
import direttore.domain.operation.Wish;
import java.util.Optional;
import java.util.UUID;

/** Orders again what failed or was cancelled, as a new operation. */
public final class Retries {
  private final Operations operations;
  private final Provisioning provisioning;
  private final GuestOrders guestOrders;
  private final Dispatch dispatch;

  public Retries(
      Operations operations,
      Provisioning provisioning,
      GuestOrders guestOrders,
      Dispatch dispatch) {
    this.operations = operations;
    this.provisioning = provisioning;
    this.guestOrders = guestOrders;
    this.dispatch = dispatch;
  }

  /**
   * The new operation of the same order.
   *
   * @param again the secrets that came with the order, which were forgotten at its end
   */
  public Operation retry(UUID id, GuestSecrets again, Requester by) {
    var earlier = operations.find(id);
    if (earlier.state() != Operation.State.FAILED && earlier.state() != Operation.State.CANCELLED) {
      throw new Refusal.WrongState(
          "operation %s is %s; only what failed or was cancelled is ordered again"
              .formatted(id, earlier.state().wire()),
          null);
    }
    requireSecrets(earlier, again);
    check(earlier);
    return dispatch.submit(
        new Wish(
            earlier.order(),
            earlier.guestKind(),
            earlier.node(),
            choice(earlier),
            again,
            by,
            earlier.id()));
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

  private void check(Operation earlier) {
    var guest = earlier.guest();
    var vmid = earlier.vmidChosen() ? null : earlier.vmid();
    switch (earlier.order()) {
      case Order.Creation o ->
          unlessLeftBehind(
              earlier, () -> provisioning.check(guest.node(), vmid, o, new Obstacles()));
      case Order.Power o -> guestOrders.checkPower(guest, o);
      case Order.Delete o -> guestOrders.checkDelete(guest, o.force());
      case Order.TakeSnapshot o -> guestOrders.checkTakeSnapshot(guest, o);
      case Order.RollBack o -> guestOrders.checkRollBack(guest, o);
      case Order.DeleteSnapshot o -> guestOrders.checkDeleteSnapshot(guest, o);
    }
  }

  /** A making that failed late leaves its guest, which stands in the way of the next. */
  private static void unlessLeftBehind(Operation earlier, Runnable check) {
    try {
      check.run();
    } catch (Refusal.VmidInUse e) {
      throw Optional.ofNullable(e.getMessage())
          .filter(message -> earlier.upid().isPresent())
          .map(message ->
              new Refusal.VmidInUse(
                  message + "; if the failed operation left it behind, delete it first"))
          .orElse(e);
    }
  }

  private VmidChoice choice(Operation earlier) {
    return earlier.order().creates() && earlier.vmidChosen()
        ? provisioning.free()
        : new VmidChoice.Given(earlier.vmid());
  }
}
