package direttore.worker.guestorder;

import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Starts, stops, reboots or shuts down a guest. */
final class PowerEffect implements GuestEffect {
  // A reboot leaves no trace in the guest's state, so one whose answer was lost gets a moment.
  private static final Duration SETTLING = Duration.ofSeconds(5);
  private final Hypervisor hypervisor;
  private final UnclaimedTasks unclaimed;
  private final GuestStep step;

  PowerEffect(Hypervisor hypervisor, Operations operations, GuestStep step) {
    this.hypervisor = hypervisor;
    this.unclaimed = new UnclaimedTasks(hypervisor, operations);
    this.step = step;
  }

  @Override
  public String doing(Operation operation) {
    return (step == GuestStep.SHUTDOWN ? "shut down " : step.wire() + " ")
        + GuestOrder.guest(operation);
  }

  @Override
  public Upid ask(Operation operation) {
    var guest = GuestOrder.guest(operation);
    var power = GuestOrder.action(operation) instanceof GuestAction.Power p ? p : null;
    var timeout = power == null ? 0 : power.timeout();
    return switch (step) {
      case START -> hypervisor.start(guest);
      case STOP -> hypervisor.stop(guest);
      case RESUME -> hypervisor.resume(guest);
      case REBOOT -> hypervisor.reboot(guest, timeout);
      case SHUTDOWN -> hypervisor.shutdown(guest, timeout, power != null && power.forceStop());
      default -> throw new IllegalStateException(step + " is no power action");
    };
  }

  @Override
  public Found look(Operation operation, TaskEvidence evidence) {
    var task =
        unclaimed.newest(
            GuestOrder.guest(operation).node(),
            types(),
            GuestOrder.guest(operation).vmid().toString(),
            evidence);
    if (task.isPresent()) {
      return new Found.Tracked(new Handle.Task(task.get()));
    }
    if (holds(operation)) {
      return new Found.Done();
    }
    return step == GuestStep.REBOOT && evidence.sinceAsked().compareTo(SETTLING) < 0
        ? new Found.Unclear("for word of the reboot", true)
        : new Found.Nothing();
  }

  private Set<String> types() {
    // The HA manager is told to stop a guest also when it is to shut it down.
    var ha = step == GuestStep.START ? "hastart" : "hastop";
    return Set.of("qm" + step.wire(), "vz" + step.wire(), ha);
  }

  @Override
  public boolean holds(Operation operation) {
    var state = hypervisor.state(GuestOrder.guest(operation));
    var running = state.map(GuestState::running);
    return switch (step) {
      case RESUME -> state.filter(s -> s.running() && !s.paused()).isPresent();
      case START -> running.equals(Optional.of(true));
      case STOP, SHUTDOWN -> running.equals(Optional.of(false));
      default -> false;
    };
  }

  @Override
  public boolean interruptible() {
    return step != GuestStep.STOP;
  }

  @Override
  public Optional<String> already(Operation operation) {
    if (!(GuestOrder.action(operation) instanceof GuestAction.Power)) {
      return Optional.empty();
    }
    var ran = step == GuestStep.START || step == GuestStep.RESUME;
    return Optional.of(
        GuestOrder.guest(operation) + (ran ? " was running already" : " did not run"));
  }
}
