package direttore.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.store.Database;
import direttore.store.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.storage.ConcurrentJobModificationException;
import org.jobrunr.storage.ThreadSafeStorageProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SharedSavesTest {
  private final ConcurrentLinkedQueue<UUID> refused = new ConcurrentLinkedQueue<>();
  private Database database;
  private JobStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    store = JobStore.over(database.pool());
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void ofManyAtOnceOnlyTheOneThatAnotherChangedIsRefused() throws InterruptedException {
    var ids = Stream.generate(UUID::randomUUID).limit(40).toList();
    var queue = new JobRunrQueue(store, () -> {}, Clock.systemUTC());
    ids.forEach(queue::enqueue);
    var stale = ids.get(17);
    var jobs = ids.stream().map(store.storage()::getJobById).toList();
    save(failed(store.storage().getJobById(stale)));

    var threads = jobs.stream().map(j -> Thread.ofVirtual().start(() -> save(failed(j)))).toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(refused).containsExactly(stale);
    assertThat(store.storage().countJobs(StateName.FAILED)).isEqualTo(40);
    assertThat(saveAgain(jobs, stale)).isEqualTo(39);
  }

  @Test
  @Timeout(60)
  void whoeverHoldsTheLockOfAJobKeepsNobodyElseWaiting() throws InterruptedException {
    var ids = Stream.generate(UUID::randomUUID).limit(200).toList();
    var queue = new JobRunrQueue(store, () -> {}, Clock.systemUTC());
    ids.forEach(queue::enqueue);
    // JobRunr's server wraps what it is given so, and locks a job while it is saved.
    var locking = new ThreadSafeStorageProvider(store.storage());

    var threads =
        ids.stream()
            .map(store.storage()::getJobById)
            .map(job -> Thread.ofVirtual().start(() -> locking.save(failed(job))))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(store.storage().countJobs(StateName.FAILED)).isEqualTo(200);
  }

  /** How many of the others know their version, so that each can be changed once more. */
  private long saveAgain(List<Job> jobs, UUID stale) {
    return jobs.stream()
        .filter(job -> !job.getId().equals(stale))
        .map(job -> {
          job.enqueue();
          return store.storage().save(job);
        })
        .filter(job -> job.hasState(StateName.ENQUEUED))
        .count();
  }

  private static Job failed(Job job) {
    job.failed("for the test", new IllegalStateException("test"));
    return job;
  }

  private void save(Job job) {
    try {
      store.storage().save(job);
    } catch (ConcurrentJobModificationException e) {
      refused.add(job.getId());
    }
  }
}
