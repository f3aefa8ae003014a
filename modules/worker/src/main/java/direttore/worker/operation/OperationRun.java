package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.operation.Step;
import java.util.Optional;

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

  /** Goes on from where it stands; answers how it ended. */
  Operation run() {
    // It has one while it runs where an earlier worker had begun to take back what was done.
    Optional.ofNullable(ledger.operation().failure()).or(this::carryOut).ifPresent(this::endEarly);
    return ledger.operation();
  }

  /** From the first step that is not done; why it ends early, empty when all are done. */
  private Optional<Failure> carryOut() {
    try {
      for (var step : ledger.operation().steps()) {
        if (step.state() != Step.State.DONE) {
          new StepRun(work(), family, step.key()).run();
        }
      }
      if (ledger.operation().state().active()) {
        ledger.succeeded();
      }
      return Optional.empty();
    } catch (RunStop.Failed e) {
      return Optional.of(e.failure());
    } catch (RunStop.Cancelled e) {
      return Optional.of(new Failure(Failure.CANCELLED, ""));
    }
  }

  private void endEarly(Failure why) {
    var untouched =
        ledger.operation().steps().stream().allMatch(s -> s.state() == Step.State.PENDING);
    if (untouched && why.cancelled()) {
      ledger.cancelled(why.and("nothing had been done"));
      return;
    }
    var left = family.left(work(), new Unwinding(work(), family).carryOut(why));
    if (why.cancelled()) {
      ledger.cancelled(left);
    } else {
      ledger.failed(left);
    }
  }

  private Work work() {
    return new Work(context, ledger, signals);
  }
}
