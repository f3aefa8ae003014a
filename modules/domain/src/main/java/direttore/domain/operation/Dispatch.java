package direttore.domain.operation;

import direttore.domain.Refusal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns submissions into operations that workers carry out. */
public final class Dispatch {
  private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final OrderTurns turns;
  private final Operations operations;
  private final JobQueue queue;
  private final Consumer<Operation> accepted;
  private final Duration patience;

  /** With turns of its own, that no worker of this process gives way to. */
  public Dispatch(Operations operations, JobQueue queue) {
    this(operations, queue, new OrderTurns(), operation -> {});
  }

  /**
   * @param turns whoever carries operations out in this process gives way to
   * @param accepted is told of each new operation before any worker is
   */
  public Dispatch(
      Operations operations, JobQueue queue, OrderTurns turns, Consumer<Operation> accepted) {
    this(operations, queue, turns, accepted, PATIENCE);
  }

  Dispatch(
      Operations operations,
      JobQueue queue,
      OrderTurns turns,
      Consumer<Operation> accepted,
      Duration patience) {
    this.operations = operations;
    this.queue = queue;
    this.turns = turns;
    this.accepted = accepted;
    this.patience = patience;
  }

  /**
   * The operation of the submission, stored and enqueued; see {@link Operations#add} for refusals.
   *
   * @throws Refusal.Overloaded when so many others come before it that its turn does not come
   */
  public Operation submit(Submission submission) {
    var added = added(submission);
    if (added.fresh()) {
      accepted.accept(added.operation());
      enqueue(added.operation());
    }
    return added.operation();
  }

  private Operations.Added added(Submission submission) {
    if (!turns.take(patience)) {
      throw new Refusal.Overloaded("Too many orders came at once: try again later.", null);
    }
    try {
      return operations.add(submission);
    } finally {
      turns.giveBack();
    }
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
