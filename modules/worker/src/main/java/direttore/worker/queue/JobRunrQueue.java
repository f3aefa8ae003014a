package direttore.worker.queue;

import direttore.domain.operation.JobQueue;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.IllegalJobStateChangeException;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.storage.ConcurrentJobModificationException;
import org.jobrunr.storage.JobNotFoundException;

/** The queue in JobRunr's tables. Needs no worker in its own process. */
public final class JobRunrQueue implements JobQueue {
  private static final System.Logger LOG = System.getLogger(JobRunrQueue.class.getName());
  // A worker that fetched a job gives way to orders for five seconds, then claims its operation.
  private static final Duration CLAIMING = Duration.ofSeconds(8);
  // What goes wrong with an operation is handled with it; here only its taking up can fail.
  private static final int RETRIES = 5;
  private final JobStore store;
  private final JobRequestScheduler scheduler;
  private final Together<UUID> enqueued = new Together<>(this::enqueueAll);
  private final Runnable wake;
  private final Clock clock;

  /**
   * @param wake tells the workers that there may be work
   */
  public JobRunrQueue(JobStore store, Runnable wake, Clock clock) {
    this.store = store;
    this.scheduler = new JobRequestScheduler(store.storage());
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public void enqueue(UUID operation) {
    enqueued.add(operation);
  }

  private void enqueueAll(List<UUID> operations) {
    try {
      scheduler.create(operations.stream().distinct().map(JobRunrQueue::job));
    } catch (RuntimeException e) {
      // One that has its job already must not keep the others from theirs.
      LOG.log(Level.DEBUG, "enqueuing one by one", e);
      operations.forEach(operation -> scheduler.create(job(operation)));
    }
    wake();
  }

  private static JobBuilder job(UUID operation) {
    return JobBuilder.aJob()
        .withId(operation)
        .withName("operation " + operation)
        .withAmountOfRetries(RETRIES)
        .withJobRequest(new RunOperation(operation));
  }

  @Override
  public boolean revive(UUID operation) {
    try {
      var job = store.storage().getJobById(operation);
      var again = enqueueAgain(job);
      if (again) {
        store.storage().save(job);
      }
      wake();
      return again;
    } catch (JobNotFoundException e) {
      enqueue(operation);
      return true;
    } catch (ConcurrentJobModificationException | IllegalJobStateChangeException e) {
      LOG.log(Level.DEBUG, () -> "job %s moved by itself".formatted(operation), e);
      return false;
    }
  }

  /** Whether the job was changed, so that it is to be stored. */
  private boolean enqueueAgain(Job job) {
    if (job.hasState(StateName.ENQUEUED)) {
      return false;
    }
    if (job.hasState(StateName.PROCESSING)) {
      // Either way: a job from before the clock was set back is not a new one.
      var age = Duration.between(job.getJobState().getCreatedAt(), clock.instant()).abs();
      if (age.compareTo(CLAIMING) < 0) {
        return false;
      }
      job.failed("its worker is gone", new IllegalStateException("taken up again"));
    }
    job.enqueue();
    return true;
  }

  private void wake() {
    try {
      wake.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "could not wake the workers; they look every few seconds", e);
    }
  }
}
