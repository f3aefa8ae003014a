package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CollisionsTest {
  private static final VmId VMID = new VmId(Lab.VMID);
  private final Lab lab = new Lab();

  @Test
  void takesTheNextVmidWhenTheChosenOneIsTaken() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true);
    lab.proxmox.volumes.add(new VmId(100));

    var operation = lab.run(lab.queue(Lab.container(false), GuestKind.LXC, true));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(GuestOrder.guest(operation).vmid()).isEqualTo(new VmId(101));
    assertThat(lab.proxmox.the(VMID).description).isEmpty();
  }

  @Test
  void takesTheNextVmidWhenAnotherClientIsFaster() {
    lab.proxmox.fail("create", new HypervisorFailure.Exists("VM 105 already exists"));

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU, true));

    assertThat(operation.state()).isEqualTo(State.SUCCEEDED);
    assertThat(GuestOrder.guest(operation).vmid()).isEqualTo(new VmId(100));
  }

  @Test
  void passesOverTheVmidsThatTheClusterIsKnownToUse() {
    lab.proxmox.add(Lab.VMID, GuestKind.QEMU, true);
    for (var i = 100; i < 150; i++) {
      lab.proxmox.add(i, GuestKind.LXC, false);
    }

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU, true));

    assertThat(GuestOrder.guest(operation).vmid()).isEqualTo(new VmId(150));
    assertThat(lab.proxmox.count("vmid-free")).isEqualTo(2);
  }

  @Test
  void failsOnATakenVmidThatTheCallerChose() {
    lab.proxmox.add(Lab.VMID, GuestKind.LXC, false);

    var operation = lab.run(lab.queue(Lab.container(false), GuestKind.LXC));

    assertThat(failure(operation).type()).isEqualTo("vmid-in-use");
    assertThat(lab.proxmox.count("create")).isZero();
  }

  @Test
  void givesUpWhenNoVmidIsFree() {
    for (var i = 100; i < 200; i++) {
      lab.proxmox.volumes.add(new VmId(i));
    }

    var operation = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU, true));

    assertThat(failure(operation).type()).isEqualTo("vmid-in-use");
    assertThat(lab.proxmox.count("vmid-free")).isLessThan(30);
  }

  @Test
  void neverTakesAForeignGuestForItsOwnAfterALostAnswer() {
    var operation = lab.queue(Lab.vm(false), GuestKind.QEMU, true);
    lab.proxmox.fail("create", new HypervisorFailure.AnswerLost("cut", null));
    lab.later(Duration.ZERO, () -> lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false));

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(GuestOrder.guest(ended).vmid()).isNotEqualTo(VMID);
    assertThat(lab.proxmox.the(VMID).description).isEmpty();
  }

  @Test
  void neverTakesItsOwnGuestForAForeignOneWhenItWasMadeAgainstAllWords() {
    // A gateway's time-out looks like a host that nobody reached, and the work goes on behind it.
    for (var denial :
        List.of(
            new HypervisorFailure.Unreachable("596 Connection timed out", null),
            new HypervisorFailure.NotSignedIn("Authentication failed!"))) {
      var own = new Lab();
      var operation = own.queue(Lab.vm(true), GuestKind.QEMU, true);
      var silent = new AtomicBoolean(true);
      own.proxmox.afterCall =
          () -> {
            if (silent.getAndSet(false)) {
              throw denial;
            }
          };

      var ended = own.run(operation);

      assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
      assertThat(GuestOrder.guest(ended).vmid()).isEqualTo(VMID);
      assertThat(own.proxmox.guests).hasSize(1);
    }
  }

  private static Operation.Failure failure(Operation operation) {
    assertThat(operation.state()).isEqualTo(State.FAILED);
    return Objects.requireNonNull(operation.failure());
  }
}
