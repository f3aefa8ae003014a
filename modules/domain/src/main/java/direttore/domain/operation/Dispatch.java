package direttore.domain.operation;

import direttore.domain.Refusal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Turns submissions into operations that workers carry out. */
public final class Dispatch {
  private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

  /** More at once would only wait for each other's locks, and keep reads from their turn. */
  static final int AT_ONCE = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // Fair: in a burst nobody is passed over until the patience ends.
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Operations operations;
  private final JobQueue queue;
  private final Consumer<Operation> accepted;
  private final Duration patience;

  public Dispatch(Operations operations, JobQueue queue) {
    this(operations, queue, operation -> {});
  }

  /**
   * @param accepted is told of each new operation before any worker is
   */
  public Dispatch(Operations operations, JobQueue queue, Consumer<Operation> accepted) {
    this(operations, queue, accepted, PATIENCE);
  }

  Dispatch(Operations operations, JobQueue queue, Consumer<Operation> accepted, Duration patience) {
    this.operations = operations;
    this.queue = queue;
    this.accepted = accepted;
    this.patience = patience;
  }

  /**
   * The operation of the submission, stored and enqueued; see {@link Operations#add} for refusals.
   *
   * @throws Refusal.Overloaded when so many others come before it that its turn does not come
   */
  public Operation submit(Submission submission) {
    takeTurn();
    try {
      return stored(submission);
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal.Overloaded("Too many orders came at once: try again later.", null);
  }

  private Operation stored(Submission submission) {
    var added = operations.add(submission);
    if (added.fresh()) {
      accepted.accept(added.operation());
      enqueue(added.operation());
    }
    return added.operation();
  }

  /** The active operation that holds the subject. */
  public Optional<Operation> activeOn(Subject subject) {
    return operations.activeOn(subject);
  }

  private void enqueue(Operation operation) {
    try {
      queue.enqueue(operation.id());
    } catch (RuntimeException e) {
      // The row is stored, so the submission is kept: the workers' sweep enqueues what has no job.
      LOG.log(Level.WARNING, () -> "operation %s waits for the sweep".formatted(operation.id()), e);
    }
  }
}
