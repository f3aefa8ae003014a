package direttore.worker;

import direttore.domain.operation.JobQueue;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import direttore.domain.operation.OrderTurns;
import direttore.domain.operation.Workers;
import direttore.worker.operation.Family;
import direttore.worker.queue.JobStore;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a worker is made of; the composition root has made it all, and closes it after the worker.
 *
 * @param families what it knows to carry out
 * @param turns of the orders decided in this process, which the worker gives way to
 * @param ended hears of each operation that has ended here, and must not fail
 */
public record WorkerParts(
    JobStore jobs,
    JobQueue queue,
    Operations operations,
    Workers workers,
    List<Family> families,
    OrderTurns turns,
    Consumer<Operation> ended,
    WorkerSettings settings,
    Clock clock) {
  public WorkerParts {
    families = List.copyOf(families);
  }
}
