package direttore.worker;

import direttore.domain.operation.Workers.Presence;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import direttore.worker.operation.OperationRuns;
import direttore.worker.queue.JobServer;
import direttore.worker.task.TaskTracker;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;

/** Carries operations out until it is closed; what it has in hand then is left to other workers. */
public final class Worker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Worker.class.getName());
  private final WorkerSettings settings;
  private final Presence presence;
  private final TaskTracker tracker;
  private final OperationRuns runs;
  private final JobServer server;
  private final Sweep sweep;
  private final Signal sweeping;
  private volatile boolean closed;

  private Worker(WorkerParts parts) {
    var time = Time.of(parts.clock());
    var started = new CountDownLatch(1);
    this.settings = parts.settings();
    this.sweeping = time.signal();
    this.presence = parts.workers().join(() -> wake(started));
    this.tracker = TaskTracker.start(parts.hypervisor(), time);
    this.runs =
        OperationRuns.of(
            parts.operations(),
            parts.hypervisor(),
            tracker,
            settings.operations(),
            time,
            new SecureRandom(),
            presence);
    this.server =
        JobServer.start(
            parts.jobs(),
            runs::carryOut,
            settings.concurrent(),
            settings.jobsKept(),
            parts.clock());
    this.sweep = new Sweep(parts.operations(), parts.queue(), runs, presence.number());
    started.countDown();
  }

  /** Joins the workers, takes up what others left behind, and works. */
  public static Worker start(WorkerParts parts) {
    var worker = new Worker(parts);
    worker.runs.listen();
    Thread.ofVirtual().name("sweep").start(worker::sweep);
    worker.server.wake();
    return worker;
  }

  private void wake(CountDownLatch started) {
    if (started.getCount() == 0) {
      server.wake();
    }
  }

  private void sweep() {
    while (!closed) {
      try {
        if (presence.held()) {
          sweep.sweep();
          server.keepUp();
        }
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "could not look for stranded operations", e);
      }
      try {
        sweeping.await(settings.sweep());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    sweeping.raise();
    try {
      runs.stop(settings.grace());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
    tracker.close();
    presence.close();
  }
}
