package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.time.Time;
import direttore.worker.operation.FakePresence;
import direttore.worker.operation.OperationRuns;
import direttore.worker.task.TaskTracker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OperationRunsTest {
  private static final FakePresence WORKER = new FakePresence(7);
  private final Lab lab = new Lab();
  private final OperationRuns runs =
      OperationRuns.of(
          lab.operations, List.of(lab.family), lab.settings, lab.time, new Random(1), WORKER);

  @Test
  void returnsWhenTheOperationHasEnded() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);

    runs.carryOut(operation.id());

    assertThat(stored(operation).state()).isEqualTo(State.SUCCEEDED);
    assertThat(runs.carries(operation.id())).isFalse();
  }

  @Test
  void leavesTwoLinesInTheLog() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    var lines = new ArrayList<String>();
    try (var log = new LogLines("direttore.worker.operation.RunLog", lines)) {
      runs.carryOut(operation.id());
      assertThat(log).isNotNull();
    }

    assertThat(lines)
        .containsExactly(
            "Operation %s is taken up: create-vm of VM 105 on pve1.".formatted(operation.id()),
            "Operation %s has ended: create-vm of VM 105 on pve1, succeeded."
                .formatted(operation.id()));
  }

  @Test
  void leavesAloneWhatAnotherWorkerHas() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    lab.operations.claim(operation.id(), 3);

    runs.carryOut(operation.id());

    assertThat(lab.proxmox.calls).isEmpty();
  }

  @Test
  void goesOnAfterAnUnexpectedError() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    lab.proxmox.fail("create", new IllegalStateException("a bug"));
    lab.proxmox.fail("start", new IllegalStateException("another bug"));

    runs.carryOut(operation.id());

    assertThat(stored(operation).state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.guests).hasSize(1);
  }

  @Test
  void anErrorThatStaysEndsTheOperation() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    for (var i = 0; i < 10; i++) {
      lab.proxmox.fail("create", new IllegalStateException("a bug with secrets"));
    }

    runs.carryOut(operation.id());

    var failure = Objects.requireNonNull(stored(operation).failure());
    assertThat(failure.type()).isEqualTo("internal");
    assertThat(failure.message())
        .contains("unexpected error")
        .doesNotContain("IllegalStateException", "secrets");
  }

  @Test
  void aDatabaseThatIsAwayForLongCostsNothing() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    var away = new AtomicInteger(30);
    lab.operations.beforeRecord = () -> unlessBack(away);
    lab.operations.beforeFind = () -> unlessBack(away);

    runs.carryOut(operation.id());

    assertThat(stored(operation).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aDatabaseThatCanBeReadButTakesNoChangesCostsNothing() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    var full = new AtomicInteger(30);
    lab.operations.beforeRecord =
        () -> {
          if (full.getAndDecrement() > 0) {
            throw new Refusal.DatabaseAway("PostgreSQL's disk is full.", null);
          }
        };

    runs.carryOut(operation.id());

    assertThat(stored(operation).state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.guests).hasSize(1);
  }

  @Test
  void aDatabaseThatIsAwayWhileAVmidIsChosenCostsNothing() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU, true);
    lab.proxmox.fail("create", new HypervisorFailure.Exists("VM 105 already exists"));
    var full = new AtomicInteger(1);
    lab.operations.beforeRecord =
        () -> {
          if (lab.proxmox.count("vmids") > 0 && full.getAndDecrement() > 0) {
            throw new Refusal.Overloaded("no connection is free", null);
          }
        };

    runs.carryOut(operation.id());

    assertThat(stored(operation).state()).isEqualTo(State.SUCCEEDED);
  }

  private static void unlessBack(AtomicInteger away) {
    if (away.getAndDecrement() > 0) {
      throw new IllegalStateException("no database connection");
    }
  }

  @Test
  void takesNothingUpOnceItStops() throws Exception {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    runs.stop(Duration.ZERO);

    runs.carryOut(operation.id());

    assertThat(stored(operation).state()).isEqualTo(State.QUEUED);
  }

  @Test
  void stopsInTheMiddleAndLeavesTheRestToOthers() throws Exception {
    var real = Time.of(Clock.systemUTC());
    var proxmox = new FakeProxmox(real);
    proxmox.taskTime = Duration.ofHours(1);
    var running =
        OperationRuns.of(
            lab.operations,
            List.of(lab.family(proxmox, TaskTracker.start(proxmox, real))),
            lab.settings,
            real,
            new Random(1),
            WORKER);
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    var job = Thread.startVirtualThread(() -> carryOut(running, operation));
    await().until(() -> stored(operation).upid().isPresent());

    running.stop(Duration.ofSeconds(5));

    assertThat(job.join(Duration.ofSeconds(5))).isTrue();
    assertThat(stored(operation).state()).isEqualTo(State.RUNNING);
    assertThat(proxmox.count("create")).isEqualTo(1);
  }

  @Test
  void anInterruptOfTheJobDoesNotDisturbTheOperation() throws Exception {
    var real = Time.of(Clock.systemUTC());
    var proxmox = new FakeProxmox(real);
    proxmox.taskTime = Duration.ofHours(1);
    var running =
        OperationRuns.of(
            lab.operations,
            List.of(lab.family(proxmox, TaskTracker.start(proxmox, real))),
            lab.settings,
            real,
            new Random(1),
            WORKER);
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    var job = Thread.startVirtualThread(() -> carryOut(running, operation));
    await().until(() -> stored(operation).upid().isPresent());

    job.interrupt();

    assertThat(job.join(Duration.ofSeconds(5))).isTrue();
    assertThat(running.carries(operation.id())).isTrue();
    running.stop(Duration.ofSeconds(5));
  }

  private static void carryOut(OperationRuns runs, Operation operation) {
    try {
      runs.carryOut(operation.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Operation stored(Operation operation) {
    return lab.operations.rows.getOrDefault(operation.id(), operation);
  }
}
