package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.PowerAction;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operation.State;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ids are unique in a cluster: what is not here may be elsewhere, and is followed. */
class MovedGuestTest {
  private static final VmId VMID = new VmId(Lab.VMID);
  private static final NodeName OTHER = new NodeName("pve2");
  private final Lab lab = new Lab();

  @Test
  void isDeletedWhereItIsAfterAMigration() {
    var guest = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    lab.proxmox.fail("destroy", new HypervisorFailure.Locked("VM is locked (migrate)", "migrate"));
    lab.later(Duration.ofMillis(500), () -> guest.node = OTHER);

    var ended = lab.run(lab.queue(new GuestAction.Delete(false), GuestKind.QEMU));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(GuestOrder.guest(ended).node()).isEqualTo(OTHER);
    assertThat(ended.warnings()).containsExactly("VM 105 moved from pve1 to pve2");
    assertThat(ended.upid().orElseThrow().node()).isEqualTo(OTHER);
    assertThat(lab.proxmox.guests).isEmpty();
  }

  @Test
  void isNeverSaidToBeDeletedBecauseItIsNotHere() {
    var guest = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    guest.node = OTHER;
    guest.lock = "backup";

    var ended = lab.run(lab.queue(new GuestAction.Delete(false), GuestKind.QEMU));

    assertThat(ended.state()).isEqualTo(State.FAILED);
    assertThat(Objects.requireNonNull(ended.failure()).type()).isEqualTo("locked");
    assertThat(lab.proxmox.guests).containsKey(VMID);
  }

  @Test
  void countsAsStartedWhereTheHaManagerPutIt() {
    var guest = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    guest.haState = "stopped";
    lab.later(
        Duration.ofSeconds(1),
        () -> {
          guest.node = OTHER;
          guest.running = true;
        });

    var ended = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(GuestOrder.guest(ended).node()).isEqualTo(OTHER);
  }

  @Test
  void isStartedThereWhenItsTaskFoundItGone() {
    var guest = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    lab.proxmox.end("start", "Configuration file 'nodes/pve1/qemu-server/105.conf' does not exist");
    lab.later(Duration.ofSeconds(1), () -> guest.node = OTHER);

    var ended = lab.run(lab.queue(Lab.power(PowerAction.START), GuestKind.QEMU));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(guest.starts).isEqualTo(1);
  }

  @Test
  void leavesItsIdToAStrangersGuestOnAnotherNode() {
    var stranger = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    stranger.node = OTHER;
    lab.proxmox.fail("create", new HypervisorFailure.AnswerLost("no answer", null));

    var ended = lab.run(lab.queue(Lab.vm(false), GuestKind.QEMU, true));

    assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
    assertThat(GuestOrder.guest(ended).vmid()).isNotEqualTo(VMID);
  }

  @Test
  void isSaidToLiveWhenADeletionIsCancelled() {
    var guest = lab.proxmox.add(Lab.VMID, GuestKind.QEMU, false);
    lab.proxmox.fail("destroy", new HypervisorFailure.Locked("VM is locked (migrate)", "migrate"));
    var operation = lab.queue(new GuestAction.Delete(true), GuestKind.QEMU);
    lab.later(
        Duration.ofMillis(500),
        () -> {
          guest.node = OTHER;
          lab.operations.cancel(operation.id());
        });

    var ended = lab.run(operation);

    assertThat(ended.state()).isEqualTo(State.CANCELLED);
    assertThat(note(ended)).startsWith("VM 105 on pve2 was not deleted");
  }

  private static String note(Operation ended) {
    return Objects.requireNonNull(ended.failure()).message();
  }
}
