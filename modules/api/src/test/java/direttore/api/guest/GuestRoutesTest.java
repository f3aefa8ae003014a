package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.domain.guest.GuestKind;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestRoutesTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void listsVmsOfANode() {
    var vms = api.client().get("/api/proxmox/nodes/pve1/vms").json();

    assertThat(vms.findValuesAsText("vmid")).containsExactly("100", "101", "900");
    var first = vms.get(0);
    assertThat(first.get("status").asText()).isEqualTo("running");
    assertThat(first.get("type").asText()).isEqualTo("qemu");
    assertThat(first.get("maxmem").asLong()).isEqualTo(2L << 30);
    assertThat(first.get("tags")).hasSize(1);
    assertThat(first.get("lock").isNull()).isTrue();
    assertThat(vms.get(2).get("template").asBoolean()).isTrue();
  }

  @Test
  void listsContainersApart() {
    var containers = api.client().get("/api/proxmox/nodes/pve1/lxc").json();

    assertThat(containers.findValuesAsText("vmid")).containsExactly("200");
    assertThat(api.client().get("/api/proxmox/nodes/pve2/lxc").json()).isEmpty();
  }

  @Test
  void showsConfigurationAndStatus() {
    var guest = api.client().get("/api/proxmox/nodes/pve1/vms/100").json();

    assertThat(guest.at("/config/memory").asText()).isEqualTo("2048");
    assertThat(guest.at("/current/status").asText()).isEqualTo("running");
    assertThat(guest.at("/disks/0/size").asLong()).isEqualTo(8L << 30);
  }

  @Test
  void showsNothingThatOpensTheGuest() {
    api.cluster.add(
        GuestKind.QEMU,
        102,
        "keyed",
        true,
        false,
        Map.of("cipassword", "s3cret-one", "sshkeys", "s3cret-two", "ciuser", "ada"));

    var body = api.client().get("/api/proxmox/nodes/pve1/vms/102").body();

    assertThat(body).contains("ciuser").doesNotContain("s3cret");
  }

  @Test
  void doesNotFindAGuestOfTheOtherKindOrNode() {
    assertThat(api.client().get("/api/proxmox/nodes/pve1/lxc/100").status()).isEqualTo(404);
    assertThat(api.client().get("/api/proxmox/nodes/pve2/vms/100").status()).isEqualTo(404);
  }

  @Test
  void refusesANumberThatNoGuestCanHave() {
    assertThat(api.client().get("/api/proxmox/nodes/pve1/vms/99").field()).isEqualTo("vmid");
    assertThat(api.client().get("/api/proxmox/nodes/pve1/vms/one").status()).isEqualTo(400);
  }
}
