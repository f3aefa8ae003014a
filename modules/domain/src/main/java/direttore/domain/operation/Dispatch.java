package direttore.domain.operation;

import direttore.domain.guest.VmId;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns wishes into operations that workers carry out. */
public final class Dispatch {
  private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());
  private final Operations operations;
  private final JobQueue queue;
  private final Consumer<Operation> accepted;

  public Dispatch(Operations operations, JobQueue queue) {
    this(operations, queue, operation -> {});
  }

  /**
   * @param accepted is told of each new operation before any worker is
   */
  public Dispatch(Operations operations, JobQueue queue, Consumer<Operation> accepted) {
    this.operations = operations;
    this.queue = queue;
    this.accepted = accepted;
  }

  /** The operation of the wish, stored and enqueued; see {@link Operations#add} for refusals. */
  public Operation submit(Wish wish) {
    var added = operations.add(wish);
    if (added.fresh()) {
      accepted.accept(added.operation());
      enqueue(added.operation());
    }
    return added.operation();
  }

  /** What has the guest, or is about to make it. */
  public Optional<Operation> activeOn(VmId vmid) {
    return operations.activeOn(vmid);
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
