package direttore.domain.guestorder;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.event.Event;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Subject;
import org.junit.jupiter.api.Test;

class GuestOrderTest {
  private static final GuestRef WEB =
      new GuestRef(new ClusterName("lab"), GuestKind.QEMU, new NodeName("pve1"), new VmId(105));

  private final GuestOrder order = new GuestOrder(WEB, new GuestAction.Delete(false), Terms.USUAL);

  @Test
  void itHoldsAVmidOfOneCluster() {
    assertThat(order.subject()).isEqualTo(new Subject("guest", "lab/105"));
    assertThat(order.guest()).isEqualTo(WEB);
  }

  @Test
  void itsEndIsNewsOfTheGuest() {
    assertThat(order.endEvents()).containsExactly(Event.of(WEB));
  }

  @Test
  void theAuditNamesTheGuestAsPathsDo() {
    assertThat(order.target()).isEqualTo("guest/105");
  }
}
