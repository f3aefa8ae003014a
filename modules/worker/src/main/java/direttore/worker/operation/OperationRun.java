package direttore.worker.operation;

import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;
import java.util.Optional;

/** One operation in the hands of one worker, step by step to its end. */
final class OperationRun {
  private final RunContext context;
  private final Ledger ledger;
  private final RunSignals signals;
  private final Remains remains;

  OperationRun(RunContext context, Operation claimed, RunSignals signals) {
    this.context = context;
    this.ledger = new Ledger(context.operations(), context.time(), claimed);
    this.signals = signals;
    this.remains = new Remains(context.hypervisor());
  }

  /** Goes on from the first step that is not done; answers how it ended. */
  Operation run() {
    try {
      for (var step : ledger.operation().steps()) {
        if (step.state() != Step.State.DONE) {
          new StepRun(context, ledger, signals, step.key()).run();
        }
      }
      if (ledger.operation().state().active()) {
        ledger.succeeded();
      }
    } catch (RunStop.Failed e) {
      ledger.failed(withRemains(e.failure()));
    } catch (RunStop.Cancelled e) {
      new Cancellation(context, ledger, signals).carryOut();
    }
    return ledger.operation();
  }

  private Failure withRemains(Failure failure) {
    var operation = ledger.operation();
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
      case START -> remains.made(operation).after(failure);
      case CONFIGURE, GROW_DISK -> remains.cloned(operation).after(failure);
      case CREATE, CLONE ->
          remains.halfMade(operation).map(left -> left.after(failure)).orElse(failure);
      default -> failure;
    };
  }
}
