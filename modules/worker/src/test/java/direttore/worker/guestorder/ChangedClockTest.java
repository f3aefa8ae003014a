package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation.State;
import direttore.worker.task.TaskTracker;
import direttore.worker.time.ChangedTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The clock of the machine is set to another time in the middle of the work. */
class ChangedClockTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("direttore.worker.guestorder.CrashTest#orders")
  void noOperationWaitsForTheTimeThatWasThere(String name, GuestAction order, GuestKind kind) {
    var lab = CrashTest.lab(name, kind);
    for (var effect : new String[] {"start", "stop", "clone", "reboot", "snapshot"}) {
      lab.proxmox.fail(effect, new HypervisorFailure.Unreachable("away", null));
    }
    lab.later(Duration.ofSeconds(1), () -> lab.time.change(Duration.ofHours(-1)));
    var operation = lab.queue(order, kind, order.creates());
    var begun = lab.time.nanos();

    lab.run(operation);

    assertThat(lab.operations.find(operation.id()).state()).isEqualTo(State.SUCCEEDED);
    assertThat(Duration.ofNanos(lab.time.nanos() - begun)).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void patienceDoesNotLastLonger() {
    var lab = new Lab();
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true);
    for (var i = 0; i < 1000; i++) {
      lab.proxmox.fail("stop", new HypervisorFailure.Unreachable("away", null));
    }
    lab.later(Duration.ofMinutes(1), () -> lab.time.change(Duration.ofHours(-1)));
    var operation = lab.queue(Lab.power(PowerAction.STOP), GuestKind.QEMU);
    var begun = lab.time.nanos();

    lab.run(operation);

    assertThat(lab.operations.find(operation.id()).state()).isEqualTo(State.FAILED);
    assertThat(Duration.ofNanos(lab.time.nanos() - begun)).isLessThan(Lab.PATIENCE.plusMinutes(1));
  }

  @Test
  void theTrackerOfTasksGoesOn() {
    var time = new ChangedTime();
    var proxmox = new FakeProxmox(time.elsewhere());
    proxmox.taskTime = Duration.ZERO;
    proxmox.add(Lab.VMID, GuestKind.QEMU, true);
    var guest = GuestOrder.guest(new Lab().queue(Lab.power(PowerAction.STOP), GuestKind.QEMU));
    var task = proxmox.stop(guest);
    var looked = new AtomicBoolean();
    try (var tracker = TaskTracker.start(proxmox, time);
        var first = tracker.track(task, () -> !looked.getAndSet(true), time.signal())) {
      await().until(() -> looked.get());
      time.change(Duration.ofHours(-1));
      proxmox.finishAll();

      await().until(() -> first.result() != null);
    }
  }
}
