package direttore.worker;

import direttore.domain.operation.JobQueue;
import direttore.domain.operation.Operations;
import direttore.worker.operation.OperationRuns;
import java.lang.System.Logger.Level;

/** Looks for operations that lost their worker or never had a job, and has them taken up. */
final class Sweep {
  private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
  private final Operations operations;
  private final JobQueue queue;
  private final OperationRuns runs;
  private final int worker;

  Sweep(Operations operations, JobQueue queue, OperationRuns runs, int worker) {
    this.operations = operations;
    this.queue = queue;
    this.runs = runs;
    this.worker = worker;
  }

  /** Sweeps once; not to be done while this worker is cut off itself. */
  void sweep() {
    for (var id : operations.stranded(worker)) {
      if (!runs.carries(id) && queue.revive(id)) {
        LOG.log(
            Level.INFO,
            () -> "Operation %s has nobody to carry it out: it is queued again.".formatted(id));
      }
    }
  }
}
