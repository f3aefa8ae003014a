package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Order;
import direttore.domain.operation.Step;
import java.util.Optional;

/** One operation in the hands of one worker, step by step to its end. */
final class OperationRun {
  private final Means means;
  private final Ledger ledger;
  private final Ear ear;

  OperationRun(Means means, Operation claimed, Ear ear) {
    this.means = means;
    this.ledger = new Ledger(means.operations(), means.time(), claimed);
    this.ear = ear;
  }

  /** Goes on from the first step that is not done; answers how it ended. */
  Operation run() {
    try {
      for (var step : ledger.operation().steps()) {
        if (step.state() != Step.State.DONE) {
          new StepRun(means, ledger, ear, step.name()).run();
        }
      }
      if (ledger.operation().state().active()) {
        ledger.succeeded();
      }
    } catch (Halt.Failed e) {
      ledger.failed(withRemains(e.failure()));
    } catch (Halt.Cancelled e) {
      new Cancellation(means, ledger, ear).carryOut();
    }
    return ledger.operation();
  }

  private Failure withRemains(Failure failure) {
    var operation = ledger.operation();
    var step = operation.nextStep().map(Step::name);
    if (operation.order() instanceof Order.RollBack order
        && step.equals(Optional.of(Step.Name.START))) {
      return plus(failure, "%s was rolled back to %s".formatted(operation.guest(), order.name()));
    }
    if (!operation.order().creates() || step.isEmpty()) {
      return failure;
    }
    return switch (step.get()) {
      case START -> plus(failure, operation.guest() + " was made and is left as it is");
      case CONFIGURE, GROW_DISK ->
          plus(failure, operation.guest() + " is left as it was cloned; finish or delete it");
      default -> failure;
    };
  }

  private static Failure plus(Failure failure, String remains) {
    return new Failure(failure.type(), failure.message() + "\n" + remains);
  }
}
