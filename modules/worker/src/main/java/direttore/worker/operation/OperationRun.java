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
  private final Remains remains;

  OperationRun(Means means, Operation claimed, Ear ear) {
    this.means = means;
    this.ledger = new Ledger(means.operations(), means.time(), claimed);
    this.ear = ear;
    this.remains = new Remains(means.hypervisor());
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
      return Remnant.none("%s was rolled back to %s".formatted(operation.guest(), order.name()))
          .after(failure);
    }
    if (!operation.order().creates() || step.isEmpty()) {
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
