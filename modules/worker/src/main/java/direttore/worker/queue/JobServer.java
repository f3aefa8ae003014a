package direttore.worker.queue;

import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;

/**
 * JobRunr's background server: fetches jobs and runs them on virtual threads. By itself it looks
 * every five seconds; {@link #wake} makes it look at once.
 */
public final class JobServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JobServer.class.getName());
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofHours(36);
  private static final Duration NOT_READY = Duration.ofMillis(50);
  private final BackgroundJobServer server;
  private final Signal signal;
  private final AtomicBoolean closed = new AtomicBoolean();

  private JobServer(BackgroundJobServer server, Signal signal) {
    this.server = server;
    this.signal = signal;
  }

  /**
   * Starts it.
   *
   * @param workers how many operations may run at once
   */
  public static JobServer start(JobStore store, OperationRunner runner, int workers, Clock clock) {
    return start(store, runner, workers, KEPT, clock);
  }

  /**
   * Starts it.
   *
   * @param workers how many operations may run at once
   * @param kept how long jobs stay once they are done
   */
  public static JobServer start(
      JobStore store, OperationRunner runner, int workers, Duration kept, Clock clock) {
    var configuration =
        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
            .andWorkerCount(workers)
            .andPollIntervalInSeconds(5)
            .andDeleteSucceededJobsAfter(kept)
            .andPermanentlyDeleteDeletedJobsAfter(kept)
            .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(Duration.ofSeconds(2));
    var server =
        new BackgroundJobServer(
            store.storage(),
            store.json(),
            activator(new RunOperationHandler(runner)),
            configuration);
    server.start();
    var started = new JobServer(server, Time.of(clock).signal());
    Thread.ofVirtual().name("job-onboarding").start(started::onboard);
    return started;
  }

  private static JobActivator activator(RunOperationHandler handler) {
    return new JobActivator() {
      @Override
      public <T> T activateJob(Class<T> type) {
        return type.cast(handler);
      }
    };
  }

  /** Has it look for jobs at once; never blocks. */
  public void wake() {
    signal.raise();
  }

  boolean running() {
    return server.isRunning();
  }

  /** Starts it again if it gave up, as it does when the database fails it once. */
  public void keepUp() {
    if (!closed.get() && !running()) {
      LOG.log(Level.INFO, "JobRunr's server had stopped; it is started again");
      server.start();
      wake();
    }
  }

  private void onboard() {
    while (!closed.get()) {
      try {
        if (signal.await(IDLE)) {
          fetch();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The next wake or JobRunr's own poll tries again.
        LOG.log(Level.WARNING, "could not fetch jobs", e);
      }
    }
  }

  /**
   * What JobRunr's own onboarding does, under no lock that would have one of two looks skipped: the
   * rows are taken with SKIP LOCKED.
   */
  private void fetch() throws InterruptedException {
    if (!running() || server.isNotReadyToProcessJobs()) {
      if (!signal.await(NOT_READY)) {
        signal.raise();
      }
      return;
    }
    var room = server.getWorkDistributionStrategy().getWorkPageRequest();
    if (room.getLimit() > 0) {
      server.getStorageProvider().getJobsToProcess(server, room).forEach(server::processJob);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      signal.raise();
      server.stop();
    }
  }
}
