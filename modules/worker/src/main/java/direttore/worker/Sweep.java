package direttore.worker;

import direttore.domain.operation.JobQueue;
import direttore.domain.operation.Operations;
import direttore.domain.operation.Workers.Presence;
import direttore.worker.operation.OperationRuns;
import java.lang.System.Logger.Level;

/** Looks for operations that lost their worker or never had a job, and has them taken up. */
final class Sweep {
  private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
  private final Operations operations;
  private final JobQueue queue;
  private final OperationRuns runs;
  private final Presence presence;

  Sweep(Operations operations, JobQueue queue, OperationRuns runs, Presence presence) {
    this.operations = operations;
    this.queue = queue;
    this.runs = runs;
    this.presence = presence;
  }

  /** Sweeps once; not while this worker is cut off itself. */
  void sweep() {
    if (!presence.held()) {
      return;
    }
    for (var id : operations.stranded(presence.number())) {
      if (!runs.carries(id)) {
        LOG.log(Level.INFO, () -> "operation %s is taken up again".formatted(id));
        queue.revive(id);
      }
    }
  }
}
