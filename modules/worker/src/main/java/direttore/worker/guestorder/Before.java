package direttore.worker.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestIdentity;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.worker.operation.Effect;
import direttore.worker.operation.RunStop;
import java.util.Optional;

/**
 * The look at a guest before a step is asked for: whether it is the one that the order was about,
 * and whether something holds it. A lock is waited for by looking, since each request that meets it
 * is a failed task in the log of the cluster.
 */
final class Before {
  private final GuestContext context;
  private final GuestStep step;
  private final Effect task;
  private final GuestEffect effect;

  Before(GuestContext context, GuestStep step, Effect task, GuestEffect effect) {
    this.context = context;
    this.step = step;
    this.task = task;
    this.effect = effect;
  }

  /** Who holds the guest, if it is the one that was meant; fails where it is another. */
  Optional<String> holder(Operation operation) {
    var guest = GuestOrder.guest(operation);
    return GuestOrder.action(operation).creates()
        ? ofSource(operation, effect.lockable(operation))
        : context.hypervisor().identity(guest).flatMap(i -> holder(operation, i));
  }

  /** Of what a new guest is copied from; what is being made itself is held by nobody else. */
  private Optional<String> ofSource(Operation operation, GuestRef source) {
    if (source.equals(GuestOrder.guest(operation))) {
      return Optional.empty();
    }
    try {
      return context.hypervisor().identity(source).map(GuestIdentity::lock);
    } catch (HypervisorFailure.Moved | HypervisorFailure.Absent e) {
      // That shows when the copy is asked for.
      return Optional.empty();
    }
  }

  private Optional<String> holder(Operation operation, GuestIdentity identity) {
    if (!rolledBack(operation) && !GuestOrder.of(operation).terms().sameGuest(identity.birth())) {
      throw new RunStop.Failed(
          "another-guest",
          task.couldNot(
              operation,
              "VMID %s belongs to another guest than when this was ordered, so nothing was done to it. Look at the guest, then order again if it is meant."
                  .formatted(GuestOrder.guest(operation).vmid())));
    }
    return Optional.ofNullable(identity.lock()).filter(step::hinderedBy);
  }

  /** It has become what it was then, network cards and all. */
  private boolean rolledBack(Operation operation) {
    return GuestOrder.action(operation) instanceof GuestAction.RollBack && step == GuestStep.START;
  }
}
