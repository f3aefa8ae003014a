package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;

/** One operation in the hands of one worker, step by step to its end. */
final class OperationRun {
  private final RunContext context;
  private final Ledger ledger;
  private final RunSignals signals;
  private final Family family;

  OperationRun(RunContext context, Operation claimed, RunSignals signals) {
    this.context = context;
    this.ledger = new Ledger(context.operations(), context.time(), claimed);
    this.signals = signals;
    this.family = context.families().of(claimed.order());
  }

  /** Goes on from the first step that is not done; answers how it ended. */
  Operation run() {
    try {
      for (var step : ledger.operation().steps()) {
        if (step.state() != Step.State.DONE) {
          new StepRun(work(), family, step.key()).run();
        }
      }
      if (ledger.operation().state().active()) {
        ledger.succeeded();
      }
    } catch (RunStop.Failed e) {
      ledger.failed(family.left(work(), e.failure()));
    } catch (RunStop.Cancelled e) {
      ledger.cancelled(cancelled());
    }
    return ledger.operation();
  }

  private Failure cancelled() {
    var untouched =
        ledger.operation().steps().stream().allMatch(s -> s.state() == Step.State.PENDING);
    return untouched
        ? new Failure(Failure.CANCELLED, "nothing had been done")
        : family.left(work(), new Failure(Failure.CANCELLED, ""));
  }

  private Work work() {
    return new Work(context, ledger, signals);
  }
}
