package direttore.worker.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.guestorder.Terms;
import direttore.domain.guestorder.VmidChoice;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Operation;
import direttore.worker.operation.Lanes.Lane;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CloneLanesTest {
  private final Lab lab = new Lab();

  private List<String> lanes(ClusterName cluster) {
    var action = (GuestAction.CreateVm) Lab.clone(false);
    var order =
        new GuestOrder(
            cluster,
            GuestKind.QEMU,
            Lab.NODE,
            new VmidChoice.Given(new VmId(Lab.VMID)),
            action,
            Terms.USUAL);
    var range = new VmidRange(new VmId(100), new VmId(199));
    return new CloneEffect(
            lab.proxmox,
            lab.operations,
            GuestSettings.of(range),
            action.vm(),
            (VmSource.Clone) action.vm().source())
        .lanes(Operation.queued(new UUID(0, 1), order, "anna", lab.time.now())).stream()
            .map(Lane::name)
            .toList();
  }

  @Test
  void clonesOfOneClusterTakeNoRoomInAnother() {
    assertThat(lanes(ClusterName.MAIN)).containsExactly("clones of 9000", "clones to local-lvm");
    assertThat(lanes(new ClusterName("other")))
        .containsExactly("clones of 9000 in other", "clones to local-lvm in other");
  }
}
