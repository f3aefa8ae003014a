package direttore.worker.guestorder;

import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a guest that is to be deleted from the HA manager, which would bring it back. */
final class LeaveHaEffect implements GuestEffect {
  static final String LEFT = "HA does not manage it any more";
  private final Hypervisor hypervisor;
  private boolean left;

  LeaveHaEffect(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  @Override
  public String doing(Operation operation) {
    return "take %s out of HA".formatted(GuestOrder.guest(operation));
  }

  @Override
  public @Nullable Upid ask(Operation operation) {
    var guest = GuestOrder.guest(operation);
    var state =
        hypervisor
            .state(guest)
            .orElseThrow(() -> new HypervisorFailure.Absent("there is no " + guest));
    if (state.running() && stays(operation)) {
      throw new HypervisorFailure.WrongState(guest + " is running; stop it first, or send force");
    }
    if (state.haState() != null) {
      hypervisor.leaveHa(guest);
      left = true;
    }
    return null;
  }

  @Override
  public Optional<String> did() {
    return left ? Optional.of(LEFT) : Optional.empty();
  }

  private static boolean stays(Operation operation) {
    return operation.steps().stream().noneMatch(s -> s.kind() == GuestStep.STOP);
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    return new Found.Nothing();
  }

  @Override
  public boolean holds(Operation operation) {
    return false;
  }
}
