package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How operations fail, and what they say of it. */
final class FailedOperationTest {
  private static final VmId VMID = new VmId(Lab.VMID);
  private final Lab lab = new Lab();

  private static Operation.Failure failure(Operation operation) {
    assertThat(operation.state()).isEqualTo(State.FAILED);
    return Objects.requireNonNull(operation.failure());
  }

  @Test
  void failsWhenALockLastsTooLong() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    for (var i = 0; i < 1000; i++) {
      lab.proxmox.fail("start", new HypervisorFailure.Locked("VM is locked (backup)", "backup"));
    }
    var began = lab.time.now();

    var operation = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("locked");
    assertThat(failure(operation).message()).contains("locked by backup", "10 minutes");
    assertThat(Duration.between(began, lab.time.now()))
        .isBetween(Lab.PATIENCE, Lab.PATIENCE.plusSeconds(30));
  }

  @Test
  void waitsForAnUnreachableProxmoxButNotForever() {
    for (var i = 0; i < 1000; i++) {
      lab.proxmox.fail("create", new HypervisorFailure.Unreachable("connection refused", null));
    }

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("unreachable");
    assertThat(lab.operations.waits).contains("for Proxmox: connection refused");
  }

  @Test
  void tellsFromTheLogWhyATaskFailed() {
    lab.proxmox.end("create", "command 'lvcreate' failed: exit code 5");
    lab.proxmox.taskLog =
        List.of("extracting", "  no space left in pool data", "TASK ERROR: command failed");

    var operation = lab.run(lab.queue(Lab.vm(true), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("task-failed");
    assertThat(failure(operation).message())
        .contains("could not create VM 105 on pve1", "exit code 5", "no space left in pool data");
    assertThat(operation.log()).contains("extracting");
  }

  @Test
  void aKilledTaskIsAClearFailure() {
    lab.proxmox.end("create", "unexpected status");

    var operation = lab.run(lab.queue(Lab.vm(true), GuestKind.QEMU));

    assertThat(failure(operation).message()).contains("process or node died");
  }

  @Test
  void whatAKilledTaskLeavesHalfMadeIsSaidWithTheRemedy() {
    var operation = lab.queue(Lab.container(false), GuestKind.LXC);
    lab.proxmox.end("create", "unexpected status");
    lab.proxmox.deadWorkerLeavesGuest = true;

    var ended = lab.run(operation);

    assertThat(failure(ended).message())
        .endsWith(
            "container 105 on pve1 is half made and stays locked (create), as no task works on it"
                + " any more: run \"pct unlock 105\" as root on pve1, then delete it");
  }

  @Test
  void aTaskThatVanishedIsJudgedByWhatItLeft() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    lab.later(Duration.ofSeconds(1), () -> lab.proxmox.tasks.clear());
    var lost = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));
    lab.later(
        Duration.ofSeconds(1),
        () -> {
          lab.proxmox.tasks.clear();
          lab.proxmox.the(VMID).running = true;
        });

    var done = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));

    assertThat(failure(lost).type()).isEqualTo("task-lost");
    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aFailedStartLeavesTheGuestAndSaysSo() {
    lab.proxmox.end("start", "no physical interface on bridge 'vmbr1'");

    var operation = lab.run(lab.queue(Lab.container(true), GuestKind.LXC));

    assertThat(operation.state()).isEqualTo(State.FAILED);
    assertThat(failure(operation).message())
        .contains("vmbr1", "container 105 on pve1 was made and is stopped");
    assertThat(lab.proxmox.guests).containsKey(VMID);
    assertThat(lab.step(operation, GuestStep.START).state()).isEqualTo(Step.State.FAILED);
  }

  @Test
  void aRefusalNamesTheParameters() {
    lab.proxmox.fail(
        "create",
        new HypervisorFailure.Refused(
            "Parameter verification failed.", Map.of("net0", "invalid format")));

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("refused");
    assertThat(failure(operation).message()).contains("net0: invalid format");
  }

  @Test
  void aMissingRightIsAFailureOfItsOwn() {
    lab.proxmox.fail(
        "create",
        new HypervisorFailure.Forbidden("Permission check failed (/vms/105, VM.Allocate)"));

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("forbidden");
  }

  @Test
  void failsWhereTheCredentialsStayWrong() {
    for (int i = 0; i < 100; i++) {
      lab.proxmox.fail("create", new HypervisorFailure.NotSignedIn("Authentication failed!"));
    }

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("forbidden");
    assertThat(failure(operation).message()).contains("Authentication failed!", "waited 3 minutes");
  }

  @Test
  void saysThatSomethingMayBeLeftWhenTheCredentialsAreRefusedForGood() {
    lab.proxmox.beforeCall =
        () -> {
          throw new HypervisorFailure.NotSignedIn("Authentication failed!");
        };

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("forbidden");
    assertThat(failure(operation).message())
        .contains("Authentication failed!")
        .endsWith("whether anything of VM 105 on pve1 was made could not be seen");
  }

  @Test
  void rebootingWhatDoesNotRunFails() {
    lab.proxmox.add(Lab.VMID, GuestKind.LXC, false);
    lab.proxmox.fail("reboot", new HypervisorFailure.WrongState("CT 105 not running"));

    var operation = lab.run(lab.queue(Lab.power(PowerAction.REBOOT), GuestKind.LXC));

    assertThat(failure(operation).type()).isEqualTo("wrong-state");
  }

  @Test
  void aShutdownThatIsNotObeyedFails() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true);
    lab.proxmox.end("shutdown", "VM quit/powerdown failed - got timeout");

    var operation = lab.run(lab.queue(Lab.power(PowerAction.SHUTDOWN), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("task-failed");
    assertThat(lab.proxmox.count("shutdown")).isEqualTo(1);
  }

  @Test
  void doesNotTouchARunningGuestThatIsNotToBeForced() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true).haState = "started";

    var operation = lab.run(lab.queue(new GuestAction.Delete(false), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("wrong-state");
    assertThat(lab.proxmox.the(VMID).haState).isEqualTo("started");
  }

  @Test
  void aGuestThatWasNotThereIsNoDeletion() {
    var operation = lab.run(lab.queue(new GuestAction.Delete(false), GuestKind.QEMU));

    assertThat(failure(operation).type()).isEqualTo("not-found");
  }
}
