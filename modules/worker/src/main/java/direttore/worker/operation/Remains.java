package direttore.worker.operation;

import direttore.domain.guest.HalfMade;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Step;
import java.util.Optional;

/** What an operation that ended early has left of the guest that it was to make, in words. */
final class Remains {
  private final Hypervisor hypervisor;

  Remains(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  /** Of one that is whole. */
  String made(Operation operation) {
    try {
      return hypervisor
          .state(operation.guest())
          .map(state -> made(operation, state))
          .orElseGet(() -> operation.guest() + " was made and is gone");
    } catch (HypervisorFailure e) {
      return "%s was made; whether it runs could not be seen".formatted(operation.guest());
    }
  }

  static String made(Operation operation, GuestState state) {
    return state.running()
        ? "%s was made and is running; delete it if you do not want it".formatted(operation.guest())
        : "%s was made and is stopped; delete it if you do not want it"
            .formatted(operation.guest());
  }

  /** Of one that is not: empty where it was not asked for, or nothing of it is there. */
  Optional<String> halfMade(Operation operation) {
    if (operation.steps().getFirst().state() == Step.State.PENDING) {
      return Optional.empty();
    }
    try {
      return hypervisor.state(operation.guest()).flatMap(state -> halfMade(operation, state));
    } catch (HypervisorFailure e) {
      return Optional.of(
          "whether anything of %s was made could not be seen".formatted(operation.guest()));
    }
  }

  private static Optional<String> halfMade(Operation operation, GuestState state) {
    var lock = state.lock();
    // Without a task of ours it may be what somebody else is making.
    if (lock != null && HalfMade.is(lock) && operation.upid().isPresent()) {
      return Optional.of(HalfMade.remedy(operation.guest(), lock));
    }
    return GuestMaking.ours(operation, state)
        ? Optional.of("%s is left as it is; delete it".formatted(operation.guest()))
        : Optional.empty();
  }
}
