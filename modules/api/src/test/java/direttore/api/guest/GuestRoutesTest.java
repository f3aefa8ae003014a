package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.domain.guest.GuestKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestRoutesTest {
  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void listsTheGuestsOfAllNodesOrOnlyThoseAskedFor() {
    var all = api.client().get("/api/proxmox/guests").json();
    var some = api.client().get("/api/proxmox/guests?vmid=200,100&vmid=4711").json();

    assertThat(all).hasSize(4);
    assertThat(some).hasSize(2);
    assertThat(some.findValuesAsText("vmid")).containsExactlyInAnyOrder("100", "200");
    assertThat(api.client().get("/api/proxmox/guests?vmid=x").json().get("field").asText())
        .isEqualTo("vmid");
  }

  @Test
  void theListComesWithACursorForWhatChangesAfterIt() {
    var cursor = api.client().get("/api/proxmox/guests").header("X-Snapshot-Cursor");
    api.cluster.add(GuestKind.QEMU, 5000, "new", true, false, Map.of());
    api.cluster.publish();

    var changes = api.client().get("/api/proxmox/guests/changes?since=" + cursor);

    assertThat(changes.json().get("complete").asBoolean()).isFalse();
    assertThat(changes.json().get("guests").findValuesAsText("vmid")).containsExactly("5000");
    assertThat(changes.header("X-Snapshot-Age")).isNotEmpty();
    assertThat(api.client().get("/api/proxmox/guests/changes").json().get("field").asText())
        .isEqualTo("since");
  }

  @Test
  void compressesAListThatIsWorthIt() throws IOException {
    for (int i = 0; i < 20; i++) {
      api.cluster.add(GuestKind.QEMU, 5000 + i, "many-" + i, true, false, Map.of());
    }
    api.cluster.publish();
    var plain = api.client().get("/api/proxmox/guests");
    var exchange = api.client().raw("/api/proxmox/guests", "Accept-Encoding", "br;q=0, gzip");

    try (var in = new GZIPInputStream(new ByteArrayInputStream(exchange.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
    }
    assertThat(exchange.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(exchange.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(exchange.headers().firstValue("ETag")).contains("W/" + plain.header("ETag"));
    assertThat(
            api.client()
                .raw("/api/proxmox/guests", "Accept-Encoding", "gzip;q=0")
                .headers()
                .firstValue("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void showsTheLoadOfAGuestOverTime() {
    var answer = api.client().get("/api/proxmox/nodes/pve1/vms/100/history?timeframe=year");
    var history = answer.json();

    assertThat(history.get("timeframe").asText()).isEqualTo("year");
    assertThat(answer.header("X-Snapshot-Age")).isNotEmpty();
    assertThat(history.get("points").get(1).get("maxmem").asLong()).isEqualTo(2L << 30);
    assertThat(api.client().get("/api/proxmox/nodes/pve1/vms/4711/history").status())
        .isEqualTo(404);
    assertThat(api.client().get("/api/proxmox/nodes/pve1/vms/100/history?timeframe=eon").status())
        .isEqualTo(400);
  }

  @Test
  void suggestsAFreeVmidAndTellsWhatHasATakenOne() {
    assertThat(api.client().get("/api/proxmox/vmids/next").json().get("vmid").asInt())
        .isEqualTo(1000);
    var taken = api.client().get("/api/proxmox/vmids/100").json();
    var free = api.client().get("/api/proxmox/vmids/1000").json();

    assertThat(taken.get("free").asBoolean()).isFalse();
    assertThat(taken.get("reason").asText()).isEqualTo("vmid 100 is taken by VM runs on pve1");
    assertThat(free.get("free").asBoolean()).isTrue();
    assertThat(free.get("reason").isNull()).isTrue();
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
