package direttore.worker.operation;

import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.hypervisor.Identity;
import direttore.domain.operation.Operation;
import java.util.Optional;

/**
 * The look at a guest before a step is asked for: whether it is the one that the order was about,
 * and whether something holds it. A lock is waited for by looking, since each request that meets it
 * is a failed task in the log of the cluster.
 */
final class Before {
  private final RunContext context;
  private final Ledger ledger;
  private final GuestStep step;
  private final Effect effect;
  private final StepWaits waits;
  private final TaskStep task;

  Before(
      RunContext context,
      Ledger ledger,
      GuestStep step,
      Effect effect,
      StepWaits waits,
      TaskStep task) {
    this.context = context;
    this.ledger = ledger;
    this.step = step;
    this.effect = effect;
    this.waits = waits;
    this.task = task;
  }

  /** Goes on when the guest is the one that was meant, and free; or fails so. */
  void check(boolean cancellable) {
    waits.whileLocked(this::holder, task.said("it is locked"), cancellable);
  }

  private Optional<String> holder() {
    var operation = operation();
    return GuestOrder.action(operation).creates()
        ? holder(effect.lockable(operation))
        : context.hypervisor().identity(GuestOrder.guest(operation)).flatMap(this::holder);
  }

  /** Of what a new guest is copied from; what is being made itself is held by nobody else. */
  private Optional<String> holder(GuestRef source) {
    if (source.equals(GuestOrder.guest(operation()))) {
      return Optional.empty();
    }
    try {
      return context.hypervisor().identity(source).map(Identity::lock);
    } catch (HypervisorFailure.Moved | HypervisorFailure.Absent e) {
      // That shows when the copy is asked for.
      return Optional.empty();
    }
  }

  private Optional<String> holder(Identity identity) {
    if (!rolledBack() && !GuestOrder.of(operation()).terms().sameGuest(identity.birth())) {
      throw new RunStop.Failed(
          "another-guest",
          task.said(
              "VMID %s belongs to another guest than when this was ordered, so nothing was done to it. Look at the guest, then order again if it is meant."
                  .formatted(GuestOrder.guest(operation()).vmid())));
    }
    return Optional.ofNullable(identity.lock()).filter(step::hinderedBy);
  }

  /** It has become what it was then, network cards and all. */
  private boolean rolledBack() {
    return GuestOrder.action(operation()) instanceof GuestAction.RollBack
        && step == GuestStep.START;
  }

  private Operation operation() {
    return ledger.operation();
  }
}
