package direttore.worker.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.worker.PgWorkers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobRunrQueueTest {
  private final Clock anHourOn = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
  private final UUID operation = UUID.randomUUID();
  private Database database;
  private JobStore store;
  private final List<AutoCloseable> closing = new ArrayList<>();

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    store = JobStore.over(database.pool());
  }

  @AfterEach
  void close() throws Exception {
    for (var each : closing.reversed()) {
      each.close();
    }
    store.close();
    database.close();
  }

  private JobRunrQueue queue() {
    return new JobRunrQueue(store, () -> {}, Clock.systemUTC());
  }

  private JobServer server(OperationRunner runner) {
    var server = JobServer.start(store, runner, 2000, Clock.systemUTC());
    closing.add(server);
    return server;
  }

  @Test
  void aJobIsEnqueuedUnderTheOperationsIdAndHoldsNothingElse() {
    queue().enqueue(operation);

    var job = store.storage().getJobById(operation);
    assertThat(job.getState()).isEqualTo(StateName.ENQUEUED);
    assertThat(job.getJobDetails().getJobParameterValues())
        .containsExactly(new RunOperation(operation));
  }

  @Test
  void aSecondEnqueueOfAnIdIsHarmless() {
    queue().enqueue(operation);

    queue().enqueue(operation);

    assertThat(store.storage().countJobs(StateName.ENQUEUED)).isEqualTo(1);
  }

  @Test
  void ofManyAtOnceOneThatIsThereAlreadyKeepsNoneFromTheQueue() throws InterruptedException {
    var queue = queue();
    queue.enqueue(operation);
    var others = Stream.generate(UUID::randomUUID).limit(30).toList();

    var threads =
        Stream.concat(others.stream(), Stream.of(operation, operation))
            .map(id -> Thread.ofVirtual().start(() -> queue.enqueue(id)))
            .toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(store.storage().countJobs(StateName.ENQUEUED)).isEqualTo(31);
    assertThat(others)
        .allSatisfy(id ->
            assertThat(store.storage().getJobById(id).getState()).isEqualTo(StateName.ENQUEUED));
  }

  @Test
  void aJobThatWasLostIsEnqueuedAnew() {
    assertThat(queue().revive(operation)).isTrue();

    assertThat(store.storage().getJobById(operation).getState()).isEqualTo(StateName.ENQUEUED);
  }

  @Test
  void aJobThatWaitsForItsTurnIsLeftAlone() {
    queue().enqueue(operation);

    assertThat(queue().revive(operation)).isFalse();
  }

  @Test
  void aJobOfADeadWorkerRunsAgain() throws Exception {
    var dead = runningOnADeadServer();

    assertThat(new JobRunrQueue(store, () -> {}, anHourOn).revive(operation)).isTrue();

    var ran = new LinkedBlockingQueue<UUID>();
    server(ran::add);
    assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo(operation);
    dead.countDown();
  }

  @Test
  void aJobThatAWorkerHasJustFetchedIsLeftToIt() throws Exception {
    var busy = runningOnADeadServer();

    assertThat(queue().revive(operation)).isFalse();

    assertThat(store.storage().getJobById(operation).getState()).isEqualTo(StateName.PROCESSING);
    busy.countDown();
  }

  /** A server that has the job in hand and does nothing more; the latch frees its thread. */
  private CountDownLatch runningOnADeadServer() {
    var release = new CountDownLatch(1);
    var began = new CountDownLatch(1);
    queue().enqueue(operation);
    var server =
        server(id -> {
          began.countDown();
          release.await();
        });
    server.wake();
    await().until(() -> began.getCount() == 0);
    return release;
  }

  @Test
  void aFailedOrFinishedJobRunsAgain() throws Exception {
    var runs = new LinkedBlockingQueue<UUID>();
    var server = server(runs::add);
    var queue = new JobRunrQueue(store, server::wake, Clock.systemUTC());
    queue.enqueue(operation);
    assertThat(runs.poll(10, TimeUnit.SECONDS)).isEqualTo(operation);
    await().until(() -> store.storage().getJobById(operation).hasState(StateName.SUCCEEDED));

    queue.revive(operation);

    assertThat(runs.poll(10, TimeUnit.SECONDS)).isEqualTo(operation);
  }

  @Test
  void aNoticeOfTheDatabaseStartsTheJobAtOnce() throws Exception {
    var began = new ConcurrentHashMap<UUID, Long>();
    var server = server(id -> began.put(id, System.nanoTime()));
    var workers = new PgWorkers(database);
    closing.add(workers.join(server::wake));
    var queue = new JobRunrQueue(store, workers::wake, Clock.systemUTC());
    warmUp(queue, began);

    var took = new ArrayList<Long>();
    for (var i = 0; i < 100; i++) {
      var id = UUID.randomUUID();
      var enqueued = System.nanoTime();
      queue.enqueue(id);
      await().pollInterval(Duration.ofMillis(2)).until(() -> began.containsKey(id));
      took.add((began.getOrDefault(id, 0L) - enqueued) / 1000);
    }

    took.sort(null);
    assertThat(took.get(50)).as("median in microseconds").isLessThan(200_000);
  }

  private static void warmUp(JobRunrQueue queue, ConcurrentHashMap<UUID, Long> began) {
    for (var i = 0; i < 20; i++) {
      var id = UUID.randomUUID();
      queue.enqueue(id);
      await().atMost(Duration.ofMinutes(2)).until(() -> began.containsKey(id));
    }
  }

  @Test
  void aThousandJobsRunAtOnce() throws Exception {
    var running = new AtomicInteger();
    var release = new CountDownLatch(1);
    var server =
        server(id -> {
          running.incrementAndGet();
          release.await();
        });
    var queue = new JobRunrQueue(store, server::wake, Clock.systemUTC());

    for (var i = 0; i < 1000; i++) {
      queue.enqueue(UUID.randomUUID());
    }

    await().atMost(Duration.ofMinutes(2)).until(() -> running.get() == 1000);
    release.countDown();
  }
}
