package direttore.worker.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.guest.HalfMade;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;
import java.util.Optional;

/** Looks at what an operation that ended early has left of the guest that it was to make. */
final class Remains {
  private final Hypervisor hypervisor;

  Remains(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  /** The failure, with what is left after it. */
  Failure after(Operation operation, Failure failure) {
    var step = operation.nextStep().map(s -> (GuestStep) s.kind());
    if (GuestOrder.action(operation) instanceof GuestAction.RollBack order
        && step.equals(Optional.of(GuestStep.START))) {
      return Remnant.none(
              "%s was rolled back to %s".formatted(GuestOrder.guest(operation), order.name()))
          .after(failure);
    }
    if (!GuestOrder.action(operation).creates() || step.isEmpty()) {
      return failure;
    }
    return switch (step.get()) {
      case START -> made(operation).after(failure);
      case CONFIGURE, GROW_DISK -> cloned(operation).after(failure);
      case CREATE, CLONE -> halfMade(operation).map(left -> left.after(failure)).orElse(failure);
      default -> failure;
    };
  }

  /** Of one that is whole. */
  private Remnant made(Operation operation) {
    var guest = GuestOrder.guest(operation);
    try {
      return hypervisor
          .state(guest)
          .map(state -> made(guest, state))
          .orElseGet(() -> Remnant.none(guest + " was made and is gone"));
    } catch (HypervisorFailure e) {
      return Remnant.unseen(
          "%s was made; whether it runs could not be seen".formatted(guest), guest);
    }
  }

  static Remnant made(GuestRef guest, GuestState state) {
    var words =
        "%s was made and is %s; delete it if you do not want it"
            .formatted(guest, state.running() ? "running" : "stopped");
    return Remnant.of(words, guest, state);
  }

  /** Of a copy that still has to be changed. */
  private Remnant cloned(Operation operation) {
    var guest = GuestOrder.guest(operation);
    var words = guest + " is left as it was cloned; finish or delete it";
    try {
      return hypervisor
          .state(guest)
          .map(state -> Remnant.of(words, guest, state))
          .orElseGet(() -> Remnant.none(guest + " was cloned and is gone"));
    } catch (HypervisorFailure e) {
      return Remnant.unseen(words, guest);
    }
  }

  /** Of one that is not: empty where it was not asked for, or nothing of it is there. */
  private Optional<Remnant> halfMade(Operation operation) {
    if (operation.steps().getFirst().state() == Step.State.PENDING) {
      return Optional.empty();
    }
    try {
      return hypervisor
          .state(GuestOrder.guest(operation))
          .flatMap(state -> halfMade(operation, state));
    } catch (HypervisorFailure e) {
      return Optional.of(
          Remnant.none(
              "whether anything of %s was made could not be seen"
                  .formatted(GuestOrder.guest(operation))));
    }
  }

  private static Optional<Remnant> halfMade(Operation operation, GuestState state) {
    var guest = GuestOrder.guest(operation);
    var lock = state.lock();
    // Without a task of ours it may be what somebody else is making.
    if (lock != null && HalfMade.is(lock) && operation.upid().isPresent()) {
      return Optional.of(Remnant.of(HalfMade.remedy(guest, lock), guest, state));
    }
    return GuestMaking.ours(operation, state)
        ? Optional.of(Remnant.of("%s is left as it is; delete it".formatted(guest), guest, state))
        : Optional.empty();
  }
}
