package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.operation.Workers.Presence;
import direttore.testkit.InMemoryOperations;
import direttore.worker.time.SteppingTime;
import java.util.List;
import java.util.Random;

/** Carries single operations out, each time as another worker whose predecessor is dead. */
public final class Engine {
  private final InMemoryOperations operations;
  private final SteppingTime time;
  private final RunContext context;
  private int worker;

  public Engine(
      InMemoryOperations operations,
      Family family,
      OperationSettings settings,
      Presence presence,
      SteppingTime time) {
    this.operations = operations;
    this.time = time;
    this.context =
        new RunContext(
            operations,
            new Families(List.of(family)),
            new Lanes(),
            settings,
            presence,
            time,
            new Random(1));
  }

  /** What may reach a run. */
  public RunSignals signals() {
    return new RunSignals(time.signal());
  }

  /** Has a new worker carry the operation out, as far as it comes; answers the row. */
  public Operation run(Operation operation) {
    return run(operation, signals());
  }

  /** As {@link #run(Operation)}, heard of by those signals. */
  public Operation run(Operation operation, RunSignals signals) {
    operations.dead.add(worker);
    worker++;
    var claimed = operations.claim(operation.id(), worker).orElseThrow();
    signals.hear(claimed.cancelRequested(), false);
    time.each(() ->
        signals.hear(
            operations.cancelled.contains(operation.id()),
            operations.looked.contains(operation.id())));
    new OperationRun(context, claimed, signals).run();
    return operations.find(operation.id());
  }

  /** Has the process of a run end. */
  public static void stop(RunSignals signals) {
    signals.stop();
  }
}
