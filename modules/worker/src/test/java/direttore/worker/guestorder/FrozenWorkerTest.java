package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Operations;
import direttore.worker.operation.FakePresence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A worker freezes at each moment at which it waits, another one finishes the operation meanwhile,
 * then it wakes: it must do nothing more.
 */
class FrozenWorkerTest {
  private static final List<String> EFFECTS =
      List.of(
          "create",
          "clone",
          "configure",
          "grow",
          "start",
          "stop",
          "reboot",
          "shutdown",
          "leave-ha",
          "destroy",
          "snapshot",
          "rollback",
          "delsnapshot");

  @ParameterizedTest(name = "{0}")
  @MethodSource("direttore.worker.guestorder.CrashTest#orders")
  void asksForNothingOnceAnotherHasFinished(String name, GuestAction order, GuestKind kind) {
    var moment = 0;
    while (freezeAt(moment, name, order, kind)) {
      moment++;
    }

    assertThat(moment).isGreaterThan(10);
  }

  @Test
  void asksForNothingWhileItIsCutOffFromTheOthers() {
    var presence = new FakePresence(1);
    var lab = new Lab(presence);
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true);
    var operation = lab.queue(Lab.power(PowerAction.REBOOT), GuestKind.QEMU);
    presence.held = false;
    var before = new long[] {-1};
    lab.later(
        Duration.ofMinutes(1),
        () -> {
          before[0] = effects(lab);
          presence.held = true;
        });

    lab.run(operation);

    assertThat(before[0]).isZero();
    assertThat(effects(lab)).isEqualTo(1);
  }

  /** Whether there was such a moment. */
  private static boolean freezeAt(int moment, String name, GuestAction order, GuestKind kind) {
    var lab = CrashTest.lab(name, kind);
    for (var effect : EFFECTS) {
      lab.proxmox.fail(effect, new HypervisorFailure.Unreachable("away", null));
      lab.proxmox.fail(effect, new HypervisorFailure.Locked("locked", "backup"));
    }
    var operation = lab.queue(order, kind, order.creates());
    var left = new int[] {moment};
    var effects = new long[] {-1};
    lab.time.each(() -> {
      if (left[0]-- == 0) {
        lab.run(operation);
        effects[0] = effects(lab);
      }
    });
    try {
      lab.run(operation);
    } catch (Operations.Superseded e) {
      assertThat(effects[0]).as("moment " + moment).isNotNegative();
    }
    if (effects[0] >= 0) {
      assertThat(effects(lab)).as("after waking at moment " + moment).isEqualTo(effects[0]);
    }
    assertThat(ended(lab, operation).state()).isEqualTo(State.SUCCEEDED);
    CrashTest.assertRight(lab, name, operation, "frozen at moment " + moment);
    return effects[0] >= 0;
  }

  private static long effects(Lab lab) {
    return EFFECTS.stream().mapToLong(lab.proxmox::count).sum();
  }

  private static Operation ended(Lab lab, Operation operation) {
    return lab.operations.find(operation.id());
  }
}
