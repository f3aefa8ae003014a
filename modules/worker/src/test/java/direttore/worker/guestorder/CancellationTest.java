package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import direttore.domain.operation.Step;
import direttore.worker.operation.Engine;
import direttore.worker.operation.RunStop;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private static final VmId VMID = new VmId(Lab.VMID);
  private final Lab lab = new Lab();

  @Test
  void nothingIsDoneWhenItWasCancelledAsItWasTakenUp() {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    lab.operations.cancelled.add(operation.id());

    var ended = lab.run(operation);

    assertThat(note(ended)).isEqualTo("nothing had been done");
    assertThat(lab.proxmox.count("create")).isZero();
  }

  @Test
  void aTaskIsInterruptedAndWhatProxmoxRemovedIsSaid() {
    var operation = cancelledAfter(1, lab.queue(Lab.vm(true), GuestKind.QEMU));

    var ended = lab.run(operation);

    assertThat(note(ended)).isEqualTo("nothing is left of VM 105 on pve1");
    assertThat(lab.proxmox.guests).isEmpty();
    assertThat(lab.step(ended, GuestStep.CREATE).state()).isEqualTo(Step.State.FAILED);
  }

  @Test
  void aHalfMadeGuestOfOursIsRemoved() {
    lab.proxmox.interruptLeavesGuest = true;
    var operation = cancelledAfter(1, lab.queue(Lab.container(true), GuestKind.LXC));

    var ended = lab.run(operation);

    assertThat(note(ended)).isEqualTo("the partly created container 105 on pve1 was removed");
    assertThat(left(ended)).isNull();
    assertThat(lab.proxmox.guests).isEmpty();
  }

  @Test
  void aCopyThatIsNotConfiguredYetIsRemoved() {
    lab.proxmox.add(9000, GuestKind.QEMU, false);
    var operation = lab.queue(Lab.clone(true), GuestKind.QEMU);
    lab.proxmox.fail("configure", new HypervisorFailure.Locked("VM is locked (backup)", "backup"));
    cancelledAfter(3, operation);

    var ended = lab.run(operation);

    assertThat(note(ended)).isEqualTo("the partly created VM 105 on pve1 was removed");
    assertThat(lab.proxmox.guests).containsOnlyKeys(Lab.TEMPLATE);
  }

  @Test
  void aGuestThatIsWholeStays() {
    lab.proxmox.fail("interrupt", new HypervisorFailure.Forbidden("no right to interrupt"));
    var operation = cancelledAfter(1, lab.queue(Lab.vm(true), GuestKind.QEMU));

    var ended = lab.run(operation);

    assertThat(note(ended))
        .isEqualTo("VM 105 on pve1 was made and is stopped; delete it if you do not want it");
    assertThat(left(ended))
        .isEqualTo(new GuestLeft(GuestOrder.guest(ended), GuestLeft.State.STOPPED, null));
    assertThat(lab.operations.waits).contains("cannot be cancelled: no right to interrupt");
    assertThat(lab.proxmox.count("start")).isZero();
  }

  @Test
  void aGuestThatOutlivesTheTaskOfItsStartIsSaidToRun() {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    lab.time.each(() -> {
      if (lab.proxmox.count("start") > 0) {
        lab.proxmox.the(new VmId(Lab.VMID)).running = true;
        lab.operations.cancel(operation.id());
      }
    });

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(note(ended))
        .isEqualTo("VM 105 on pve1 was made and is running; delete it if you do not want it");
  }

  @Test
  void aCancelThatComesTooLateChangesNothing() {
    lab.proxmox.fail("interrupt", new HypervisorFailure.Forbidden("no right to interrupt"));
    var operation = cancelledAfter(1, lab.queue(Lab.vm(false), GuestKind.QEMU));

    assertThat(lab.run(operation).state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void aForeignGuestIsNeverRemoved() {
    lab.proxmox.fail("create", new HypervisorFailure.Unreachable("refused", null));
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    lab.later(
        Duration.ZERO,
        () -> {
          lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
          lab.operations.cancel(operation.id());
        });

    var ended = lab.run(operation);

    assertThat(note(ended)).isEqualTo("nothing was made");
    assertThat(lab.proxmox.guests).containsKey(VMID);
  }

  @Test
  void aDeletionThatHasBegunIsNotInterrupted() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    var operation = cancelledAfter(1, lab.queue(new GuestAction.Delete(false), GuestKind.QEMU));

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.operations.waits).contains("cannot be cancelled any more; it ends by itself");
    assertThat(lab.proxmox.count("interrupt")).isZero();
  }

  @Test
  void aDeletionThatWaitsSaysWhatItHasDone() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true).haState = "started";
    lab.proxmox.fail("destroy", new HypervisorFailure.Locked("VM is locked (backup)", "backup"));
    var operation = cancelledAfter(3, lab.queue(new GuestAction.Delete(true), GuestKind.QEMU));

    var ended = lab.run(operation);

    assertThat(note(ended))
        .isEqualTo(
            "VM 105 on pve1 was not deleted; it was stopped; HA does not manage it any more");
  }

  @Test
  void aDeletionOfAGuestThatWasNeverUnderHaDoesNotSpeakOfHa() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    lab.proxmox.fail("destroy", new HypervisorFailure.Locked("VM is locked (backup)", "backup"));
    lab.proxmox.fail("destroy", new HypervisorFailure.Locked("VM is locked (backup)", "backup"));
    var operation = cancelledAfter(1, lab.queue(new GuestAction.Delete(false), GuestKind.QEMU));

    assertThat(note(lab.run(operation))).isEqualTo("VM 105 on pve1 was not deleted");
  }

  @Test
  void aShutdownIsInterrupted() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true);
    var operation = cancelledAfter(1, lab.queue(Lab.power(PowerAction.SHUTDOWN), GuestKind.QEMU));

    assertThat(note(lab.run(operation))).isEqualTo("VM 105 on pve1 is running");
  }

  @Test
  void aRunLeavesTheOperationToOthersWhenItsProcessEnds() {
    var operation = lab.queue(Lab.vm(true), GuestKind.QEMU);
    var signals = lab.signals();
    lab.later(Duration.ofSeconds(1), () -> Engine.stop(signals));

    assertThatExceptionOfType(RunStop.Left.class).isThrownBy(() -> lab.run(operation, signals));

    var left = lab.operations.find(operation.id());
    assertThat(left.state()).isEqualTo(State.RUNNING);
    assertThat(lab.run(left).state()).isEqualTo(State.SUCCEEDED);
    assertThat(lab.proxmox.count("create")).isEqualTo(1);
  }

  private Operation cancelledAfter(int seconds, Operation operation) {
    lab.later(Duration.ofSeconds(seconds), () -> lab.operations.cancel(operation.id()));
    return operation;
  }

  private static @Nullable GuestLeft left(Operation operation) {
    return (GuestLeft) Objects.requireNonNull(operation.failure()).left();
  }

  private static String note(Operation operation) {
    assertThat(operation.state()).isEqualTo(State.CANCELLED);
    return Objects.requireNonNull(operation.failure()).message();
  }
}
