package direttore.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Dispatch;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.OrderTurns;
import direttore.domain.operation.Submission;
import direttore.domain.operation.Submitter;
import direttore.domain.time.Time;
import direttore.store.Database;
import direttore.store.TestDatabase;
import direttore.store.agenda.PgDutyBook;
import direttore.store.operation.PgOperations;
import direttore.store.operation.Safe;
import direttore.store.worker.PgWorkers;
import direttore.worker.agenda.Agenda;
import direttore.worker.guestorder.GuestFamily;
import direttore.worker.guestorder.GuestSettings;
import direttore.worker.guestorder.LabProxmox;
import direttore.worker.queue.JobRunrQueue;
import direttore.worker.queue.JobStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private final LabProxmox proxmox = new LabProxmox(Duration.ofMillis(50));
  private Database database;
  private JobStore jobs;
  private PgOperations operations;
  private PgWorkers workers;
  private JobRunrQueue queue;
  private GuestFamily guests;
  private Agenda agenda;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    jobs = JobStore.over(database.pool());
    operations = new PgOperations(database, new Safe(new byte[32]), CLOCK, UUID::randomUUID);
    workers = new PgWorkers(database);
    queue = new JobRunrQueue(jobs, workers::wake, CLOCK);
    var settings = GuestSettings.of(new VmidRange(new VmId(100), new VmId(999)));
    guests =
        GuestFamily.start(operations, operations, proxmox.hypervisor(), settings, Time.of(CLOCK));
    agenda = agenda();
  }

  @AfterEach
  void close() {
    agenda.close();
    guests.close();
    jobs.close();
    database.close();
  }

  private Agenda agenda() {
    return Agenda.start(new PgDutyBook(database), Time.of(CLOCK));
  }

  private Worker worker() {
    var worker =
        Worker.start(
            new WorkerParts(
                jobs,
                queue,
                operations,
                workers,
                List.of(guests),
                new OrderTurns(),
                operation -> {},
                WorkerSettings.usual(),
                CLOCK));
    // A process has an agenda of its own.
    agenda.close();
    agenda = agenda();
    agenda.add(worker.duty());
    return worker;
  }

  @Test
  void carriesOutWhatIsSubmitted() {
    try (var worker = worker()) {
      var operation = new Dispatch(operations, queue).submit(submission());

      awaitState(operation, State.SUCCEEDED);
      assertThat(proxmox.running(GuestOrder.guest(operation).vmid())).isTrue();
      assertThat(worker).isNotNull();
    }
  }

  @Test
  void takesUpWhatAStoppedWorkerLeft() {
    proxmox.taskTime(Duration.ofHours(1));
    var operation = new Dispatch(operations, queue).submit(submission());
    try (var first = worker()) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> operations.find(operation.id()).upid().isPresent());
      assertThat(first).isNotNull();
    }
    assertThat(operations.find(operation.id()).state()).isEqualTo(State.RUNNING);

    proxmox.finishAll();
    proxmox.taskTime(Duration.ofMillis(50));
    try (var second = worker()) {
      awaitState(operation, State.SUCCEEDED);
      assertThat(second).isNotNull();
    }
    assertThat(proxmox.count("create")).isEqualTo(1);
  }

  @Test
  void takesUpAnOperationThatNeverGotAJob() {
    var operation = operations.add(submission()).operation();
    database.client().execute().dml("UPDATE operation SET created_at = now() - interval '1 hour'");

    try (var worker = worker()) {
      awaitState(operation, State.SUCCEEDED);
      assertThat(worker).isNotNull();
    }
  }

  @Test
  void cancelsWhatRuns() {
    proxmox.taskTime(Duration.ofHours(1));
    try (var worker = worker()) {
      var operation = new Dispatch(operations, queue).submit(submission());
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> operations.find(operation.id()).upid().isPresent());

      operations.cancel(operation.id());

      awaitState(operation, State.CANCELLED);
      assertThat(worker).isNotNull();
    }
  }

  private void awaitState(Operation operation, State state) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(operations.find(operation.id()).state()).isEqualTo(state));
  }

  private static Submission submission() {
    return new Submission(
        new GuestOrder(
            ClusterName.MAIN,
            GuestKind.LXC,
            new NodeName("pve1"),
            new VmidChoice.Free(new VmidRange(new VmId(100), new VmId(999)), Set.of()),
            LabProxmox.container(),
            Terms.USUAL),
        GuestSecrets.NONE,
        new Submitter(Actor.stranger("anna"), null, List.of()));
  }
}
