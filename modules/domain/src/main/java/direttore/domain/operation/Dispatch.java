package direttore.domain.operation;

import java.lang.System.Logger.Level;

/** Turns wishes into operations that workers carry out. */
public final class Dispatch {
  private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());
  private final Operations operations;
  private final JobQueue queue;

  public Dispatch(Operations operations, JobQueue queue) {
    this.operations = operations;
    this.queue = queue;
  }

  /** The operation of the wish, stored and enqueued; see {@link Operations#add} for refusals. */
  public Operation submit(Wish wish) {
    var added = operations.add(wish);
    if (added.fresh()) {
      enqueue(added.operation());
    }
    return added.operation();
  }

  private void enqueue(Operation operation) {
    try {
      queue.enqueue(operation.id());
    } catch (RuntimeException e) {
      // The row is stored, so the wish is kept: the workers' sweep enqueues what has no job.
      LOG.log(Level.WARNING, () -> "operation %s waits for the sweep".formatted(operation.id()), e);
    }
  }
}
