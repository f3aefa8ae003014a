package direttore.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeCluster;
import direttore.domain.guest.GuestKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterHealthTest {
  private final FakeCluster cluster = new FakeCluster();
  private final ClusterHealth health = new ClusterHealth(cluster);

  @Test
  void isGoodWhenAllIsRead() {
    assertThat(health.trouble()).isEmpty();
    assertThat(health.flaw()).isEmpty();
  }

  @Test
  void hasAFlawWhileTheListCannotBeRead() {
    cluster.trouble = "Proxmox did not accept the credentials.";

    assertThat(health.trouble()).isEmpty();
    assertThat(health.flaw()).contains("Proxmox did not accept the credentials.");
  }

  @Test
  void hasAFlawWhenTheAccountSeesUnusuallyFewGuests() {
    for (var vmid = 300; vmid < 320; vmid++) {
      cluster.add(GuestKind.QEMU, vmid, "lab", true, false, Map.of());
    }
    cluster.publish();
    assertThat(health.flaw()).isEmpty();
    cluster.guests.removeIf(guest -> guest.ref().vmid().value() >= 300);
    cluster.publish();

    assertThat(health.flaw().orElseThrow()).contains("sees 3 guests, and saw 24 before");
  }

  @Test
  void hasAFlawWhenTheFewThatThereWereAreHidden() {
    assertThat(health.flaw()).isEmpty();
    cluster.guests.clear();
    cluster.publish();

    assertThat(health.flaw().orElseThrow()).contains("sees no guests, although VMID 100 is taken");
  }

  @Test
  void isGoodWhenTheFewThatThereWereAreDeleted() {
    assertThat(health.flaw()).isEmpty();
    cluster.guests.clear();
    cluster.details.clear();
    cluster.publish();

    assertThat(health.flaw()).isEmpty();
  }
}
