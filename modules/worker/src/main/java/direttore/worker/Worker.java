package direttore.worker;

import direttore.domain.agenda.Duty;
import direttore.domain.operation.OrderTurns;
import direttore.domain.operation.Workers.Presence;
import direttore.domain.time.Every;
import direttore.domain.time.Time;
import direttore.worker.operation.OperationRuns;
import direttore.worker.queue.JobServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Carries operations out until it is closed; what it has in hand then is left to other workers. Its
 * {@link #duty} is to be put on the agenda of the process.
 */
public final class Worker implements AutoCloseable {
  // So that orders which never stop coming are carried out all the same.
  private static final Duration LONGEST_WAY = Duration.ofSeconds(5);

  private final WorkerSettings settings;
  private final Presence presence;
  private final OperationRuns runs;
  private final JobServer server;
  private final Sweep sweep;
  private volatile boolean closed;

  private Worker(WorkerParts parts) {
    var time = Time.of(parts.clock());
    var started = new CountDownLatch(1);
    this.settings = parts.settings();
    this.presence = parts.workers().join(() -> wake(started));
    this.runs =
        OperationRuns.of(
            parts.operations(),
            parts.families(),
            settings.operations(),
            time,
            new SecureRandom(),
            presence);
    runs.onEnd(parts.ended());
    this.server =
        JobServer.start(
            parts.jobs(),
            operation -> carryOut(operation, parts.turns()),
            settings.concurrent(),
            settings.jobsKept(),
            parts.clock());
    this.sweep = new Sweep(parts.operations(), parts.queue(), runs, presence.number());
    started.countDown();
  }

  /** Joins the workers, and works. */
  public static Worker start(WorkerParts parts) {
    var worker = new Worker(parts);
    worker.runs.listen();
    worker.server.wake();
    return worker;
  }

  private void carryOut(UUID operation, OrderTurns turns) throws InterruptedException {
    turns.giveWay(LONGEST_WAY);
    runs.carryOut(operation);
  }

  private void wake(CountDownLatch started) {
    if (started.getCount() == 0) {
      server.wake();
    }
  }

  /** Takes up what lost its worker or its job; to be done from the start of this worker on. */
  public Duty duty() {
    var every = Every.of(settings.sweep()).first(Duration.ZERO);
    return Duty.each("stranded-operations", every, this::sweep);
  }

  private Optional<String> sweep() {
    if (!closed && presence.held()) {
      sweep.sweep();
      server.keepUp();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
    try {
      runs.stop(settings.grace());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
    presence.close();
  }
}
