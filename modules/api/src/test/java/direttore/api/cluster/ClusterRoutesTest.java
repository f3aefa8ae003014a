package direttore.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.domain.Refusal;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterRoutesTest {
  private static final String NODES = "/api/proxmox/nodes";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void figuresThatProxmoxDoesNotTellAreNullAndNeverZero() {
    api.cluster.nodes.set(
        0,
        new Node(
            new NodeName("pve1"), Node.Status.ONLINE, 0, 0, 0, 0, 0, 0, 0, "9.1.4", null, "why"));

    api.cluster.publish();
    var node = api.client().get(NODES).json().get(0);

    for (var figure : List.of("cpu", "maxcpu", "mem", "maxmem", "disk", "maxdisk", "uptime")) {
      assertThat(node.get(figure).isNull()).as(figure).isTrue();
    }
    assertThat(node.get("trouble").asText()).isEqualTo("why");
  }

  @Test
  void listsNodesWithTheirLoadAndTheirTrouble() {
    var nodes = api.client().get(NODES).json();

    assertThat(nodes).hasSize(3);
    assertThat(nodes.get(0).get("node").asText()).isEqualTo("pve1");
    assertThat(nodes.get(0).get("maxmem").asLong()).isEqualTo(32L << 30);
    assertThat(nodes.get(1).get("trouble").asText()).isEqualTo("no answer for 12 s");
    assertThat(nodes.get(2).get("status").asText()).isEqualTo("offline");
  }

  @Test
  void tellsHowTheClusterIsAsAWhole() {
    var cluster = api.client().get("/api/proxmox/cluster").json();

    assertThat(cluster.get("name").asText()).isEqualTo("lab");
    assertThat(cluster.get("quorate").asBoolean()).isTrue();
    assertThat(cluster.get("version").asText()).isEqualTo("9.1.4");
    assertThat(cluster.get("nodes_online").asInt()).isEqualTo(2);
    assertThat(cluster.get("nodes_total").asInt()).isEqualTo(3);
  }

  @Test
  void showsTheLoadOfANodeOverTime() {
    var history = api.client().get(NODES + "/pve1/history?timeframe=day").json();

    assertThat(history.get("timeframe").asText()).isEqualTo("day");
    assertThat(history.get("points")).hasSize(2);
    assertThat(history.get("points").get(0).get("cpu").isNull()).isTrue();
    assertThat(history.get("points").get(1).get("cpu").asDouble()).isEqualTo(0.25);
    assertThat(api.client().get(NODES + "/pve9/history").status()).isEqualTo(404);
    assertThat(api.client().get(NODES + "/pve1/history?timeframe=eon").json().get("field").asText())
        .isEqualTo("timeframe");
  }

  @Test
  void tellsTheAgeOfTheSnapshotAndWhyItIsOld() {
    assertThat(api.client().get(NODES).header("X-Snapshot-Age")).isEqualTo("3");
    assertThat(api.client().get(NODES).headers().map()).doesNotContainKey("x-snapshot-trouble");

    api.cluster.trouble = "pve1 does not answer\nat all …";

    assertThat(api.client().get(NODES).header("X-Snapshot-Trouble"))
        .isEqualTo("pve1 does not answer at all");
  }

  @Test
  void answersNotModifiedWhileTheListIsTheSame() {
    var etag = api.client().get(NODES).header("ETag");

    assertThat(api.client().get(NODES, "If-None-Match", etag).status()).isEqualTo(304);
    assertThat(api.client().get(NODES, "If-None-Match", "\"x\", W/" + etag).status())
        .isEqualTo(304);
    assertThat(api.client().get(NODES, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void showsANewSnapshotAtOnce() {
    var etag = api.client().get(NODES).header("ETag");
    api.cluster.nodes.removeLast();
    api.cluster.publish();

    var answer = api.client().get(NODES, "If-None-Match", etag);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).hasSize(2);
  }

  @Test
  void listsBridges() {
    var networks = api.client().get(NODES + "/pve1/networks").json();

    assertThat(networks.findValuesAsText("iface")).containsExactly("vmbr0", "vmbr1");
  }

  @Test
  void listsOnlyStoragesThatHoldDisks() {
    var storages = api.client().get(NODES + "/pve1/storage").json();

    assertThat(storages.findValuesAsText("storage")).containsExactly("local-lvm", "slow", "thick");
    assertThat(storages.get(0).get("content").asText()).isEqualTo("images,rootdir");
    assertThat(storages.get(1).get("trouble").asText()).isEqualTo("hangs for 30 s");
  }

  @Test
  void listsImagesArchivesAndTemplates() {
    var templates = api.client().get(NODES + "/pve1/templates").json();

    assertThat(templates.findValuesAsText("content")).containsExactly("iso", "vztmpl", "vm");
    assertThat(templates.get(2).get("vmid").asInt()).isEqualTo(900);
  }

  @ParameterizedTest
  @ValueSource(strings = {"networks", "storage", "templates", "vms", "lxc"})
  void doesNotFindWhatIsOnNoNode(String list) {
    assertThat(api.client().get(NODES + "/pve9/" + list).status()).isEqualTo(404);
    assertThat(api.client().get(NODES + "/no_node/" + list).problem()).isEqualTo("not-found");
  }

  @Test
  void saysWhenProxmoxDoesNotAnswer() {
    api.cluster.failure =
        new Refusal.Unreachable("Proxmox", "no host of the cluster answers", null);

    var answer = api.client().get(NODES);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("unreachable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }

  @Test
  void saysWhatProxmoxSaid() {
    api.cluster.failure =
        new Refusal.Upstream("Proxmox", "Permission check failed (/, Sys.Audit)", null);

    var answer = api.client().get(NODES + "/pve1/storage");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.detail()).contains("Sys.Audit");
  }
}
