package direttore.worker.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestName;
import direttore.domain.guest.NewVm;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.simulator.clock.ManualClock;
import direttore.simulator.clock.TaskClock;
import direttore.simulator.fault.Fault;
import direttore.simulator.fault.Gate;
import direttore.simulator.pve.PveOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The start of a VM has two halves: in the second it has a process that outlives the task. */
class CancelledStartTest {
  private static final Duration TASK = Duration.ofSeconds(8);
  private static final Duration HALF_A_START = TASK.dividedBy(8);
  private static ManualClock clock;
  private static SimulatedLab lab;

  @BeforeAll
  static void open() {
    clock = TaskClock.manual(Instant.now());
    lab = new SimulatedLab(PveOptions.forTests().withTask(TASK).withClock(clock));
  }

  @AfterAll
  static void close() {
    lab.close();
  }

  @Test
  void aVmThatHasNoProcessYetIsLeftStopped() {
    var operation = starting();

    var ended = cancelled(operation);

    assertLeft(ended, GuestLeft.State.STOPPED);
  }

  @Test
  void aVmThatHasAProcessAlreadyIsLeftRunning() {
    var operation = starting();
    clock.advance(HALF_A_START);
    await().until(() -> clock.sleepers() == 1);

    var ended = cancelled(operation);

    assertLeft(ended, GuestLeft.State.RUNNING);
  }

  private static void assertLeft(Operation ended, GuestLeft.State state) {
    var failure = Objects.requireNonNull(ended.failure());
    assertThat(failure.left()).isEqualTo(new GuestLeft(GuestOrder.guest(ended), state, null));
    assertThat(failure.message()).contains("was made and is " + state.wire());
    assertThat(lab.hypervisor.state(GuestOrder.guest(ended)).orElseThrow().running())
        .isEqualTo(state == GuestLeft.State.RUNNING);
  }

  /** An order for a VM whose start is in its first half. */
  private static Operation starting() {
    var gate = new Gate();
    lab.simulator
        .faults()
        .add(
            Fault.next("POST", "/nodes/pve1/qemu/1\\d+/status/start", new Fault.Hold(gate, false)));
    var operation = lab.make(GuestKind.QEMU, copy());
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> {
          clock.advance(HALF_A_START);
          return gate.reached();
        });
    gate.open();
    await().until(() -> clock.sleepers() == 1 && stored(operation).upid().isPresent());
    await().until(() -> stored(operation).upid().orElseThrow().type().equals("qmstart"));
    return operation;
  }

  private static Operation cancelled(Operation operation) {
    lab.operations.cancel(operation.id());
    await().atMost(Duration.ofMinutes(2)).until(() -> !stored(operation).state().active());
    assertThat(stored(operation).state()).isEqualTo(State.CANCELLED);
    return stored(operation);
  }

  private static Operation stored(Operation operation) {
    return lab.operations.find(operation.id());
  }

  private static GuestAction copy() {
    var source =
        new VmSource.Clone(new VmId(9000), false, SimulatedLab.NODE, null, DiskSize.ofGib(20));
    return new GuestAction.CreateVm(
        new NewVm(
            new GuestName("web"),
            1,
            512,
            source,
            List.of(),
            "student",
            List.of(),
            "l26",
            "",
            List.of(),
            true));
  }
}
