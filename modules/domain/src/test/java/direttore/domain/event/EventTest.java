package direttore.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private static final ClusterName LAB = new ClusterName("lab");
  private static final GuestRef WEB =
      new GuestRef(LAB, GuestKind.QEMU, new NodeName("pve1"), new VmId(105));

  @Test
  void theSubjectOfAGuestNamesItsClusterToo() {
    var event = Event.of(WEB);

    assertThat(event.subject()).isEqualTo("lab/pve1/qemu/105");
    assertThat(event.guest()).isEqualTo(WEB);
  }

  @Test
  void wholeListsAreThoseOfACluster() {
    assertThat(Event.nodes(LAB)).isEqualTo(new Event(0, "cluster", "lab/nodes"));
    assertThat(Event.guests(LAB)).isEqualTo(new Event(0, "cluster", "lab/guests"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pve1/qemu/105",
        "105",
        "",
        "/pve1/qemu/105",
        "lab/pve1/disk/105",
        "lab/pve1/lxc/1/"
      })
  void whatNamesNoGuestIsRefused(String subject) {
    var event = new Event(1, Event.GUEST, subject);

    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(event::guest);
  }

  @Test
  void anEventOfAnotherTypeIsAboutNoGuest() {
    var event = new Event(1, Event.OPERATION, "lab/pve1/qemu/105");

    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(event::guest);
  }
}
