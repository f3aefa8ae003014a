package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.cluster.Template;
import direttore.domain.guest.VmId;
import direttore.domain.node.Network;
import direttore.domain.node.NodeName;
import direttore.domain.node.Storage;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What one node has: networks, storages and templates. */
class ProxmoxNodePartsTest extends ProxmoxClusterFixture {
  ProxmoxNodePartsTest() {
    super(Duration.ofMillis(300));
  }

  @Test
  void readsBridgesAndVNets() {
    script.on(
        "GET /nodes/pve1/network?type=any_bridge",
        """
        [{"iface":"vmbr0","type":"bridge","active":1,"comments":"to the lab\\n","bridge_vlan_aware":1},
         {"iface":"blue","type":"vnet"},{"iface":"eno1","type":"eth","active":1}]
        """);

    assertThat(cluster.networks(PVE1).value())
        .containsExactly(
            new Network("vmbr0", "bridge", true, "to the lab", true),
            new Network("blue", "vnet", true, "", false));
  }

  @Test
  void leavesOutARowThatCannotBeReadAndKeepsTheRest() {
    script.on(
        "GET /cluster/resources",
        """
        [{"type":"node","node":"pve1","status":"online"},{"type":"node","node":"-bad-","status":"online"},
         {"type":"qemu","vmid":42,"node":"pve1","id":"qemu/42","name":"old"},
         {"type":"qemu","vmid":100,"node":"pve1","name":"web","status":"running","lock":""}]
        """);

    assertThat(cluster.nodes().value()).hasSize(1);
    assertThat(cluster.guests().value())
        .singleElement()
        .satisfies(guest -> {
          assertThat(guest.name()).isEqualTo("web");
          assertThat(guest.lock()).isNull();
        });
  }

  @Test
  void takesNothingForNoAnswerAndNotForAnEmptyCluster() {
    script.on("GET /cluster/resources", "null");

    assertThatExceptionOfType(Refusal.Upstream.class)
        .isThrownBy(cluster::guests)
        .withMessageContaining("where a list was expected")
        .withMessageNotContaining("Exception");
  }

  @Test
  void marksAStorageThatTheNodeDoesNotReach() {
    var storages = cluster.storages(PVE1);

    assertThat(storages.stale()).isFalse();
    assertThat(storages.value().getFirst().trouble()).isNull();
    assertThat(storages.value().getLast().trouble()).contains("does not reach storage nfs");
    assertThat(storages.value().getLast().shared()).isTrue();
  }

  @Test
  void knowsStoragesFromTheSummaryWhenTheirNodeHangs() {
    script.on("GET /nodes/pve1/storage", hanging());

    var storages = cluster.storages(PVE1);

    assertThat(storages.trouble()).isEqualTo("pve1 is slow to list its storages");
    assertThat(storages.value()).extracting(Storage::name).containsExactly("local");
    assertThat(storages.value().getFirst().avail()).isEqualTo(600);
    assertThat(storages.value().getFirst().trouble()).isNotNull();
  }

  @Test
  void listsImagesArchivesAndTemplatesOfAllStorages() {
    var templates = cluster.templates(PVE1);

    assertThat(templates.value())
        .containsExactly(
            new Template(
                "local:iso/debian.iso", Template.Content.ISO, 700, null, "debian.iso", "local"),
            new Template(
                "local:vztmpl/alpine.tar.xz",
                Template.Content.VZTMPL,
                3,
                null,
                "alpine.tar.xz",
                "local"),
            new Template("900", Template.Content.VM, 8, new VmId(900), "base", ""));
    assertThat(templates.trouble()).isEqualTo("storage nfs is not active");
  }

  @Test
  void listsTheRestWhenOneStorageHangs() {
    script.on("GET /nodes/pve1/storage/local/content?content=iso", hanging());

    var templates = cluster.templates(PVE1);

    assertThat(templates.value())
        .extracting(Template::content)
        .doesNotContain(Template.Content.ISO);
    assertThat(templates.value()).hasSize(2);
    assertThat(templates.trouble()).contains("storage local does not answer: it is slow");
  }

  @Test
  void findsAnImageWithoutALookAtAnyOtherStorage() {
    script
        .on("GET /nodes/pve1/storage", hanging())
        .on("GET /nodes/pve1/storage/nfs/content", hanging());

    var storage = cluster.storage(PVE1, "local");
    var images = cluster.images(PVE1, Template.Content.ISO, "local:iso/debian.iso");

    assertThat(storage.value().orElseThrow().avail()).isEqualTo(600);
    assertThat(images.orElseThrow())
        .extracting(Template::volid)
        .containsExactly("local:iso/debian.iso");
    assertThat(asked())
        .containsExactly(
            "GET /cluster/resources", "GET /nodes/pve1/storage/local/content?content=iso");
  }

  @Test
  void doesNotCallAnImageMissingThatNobodyCouldLookFor() {
    script.on("GET /nodes/pve1/storage/local/content", hanging());
    script.on("GET /nodes/pve1/storage/local/content?content=vztmpl", hanging());

    assertThat(cluster.images(PVE1, Template.Content.VZTMPL, "local:vztmpl/alpine.tar.xz"))
        .isEmpty();
  }

  @Test
  void doesNotCallAStorageMissingThatNobodyCouldLookFor() {
    script.on("GET /nodes/pve1/storage", hanging());

    var unknown = cluster.storage(PVE1, "nfs");

    assertThat(unknown.value()).isEmpty();
    assertThat(unknown.stale()).isTrue();
  }

  @Test
  void listsArchivesOfStoragesThatTheSummaryKnowsWhileTheirNodeIsSlow() {
    script.on("GET /nodes/pve1/storage", hanging());

    var templates = cluster.templates(PVE1);

    assertThat(templates.value()).extracting(Template::volid).contains("local:iso/debian.iso");
    assertThat(templates.trouble()).isEqualTo("pve1 is slow to list its storages");
  }

  @Test
  void knowsWhatTheAccountLacks() {
    script.on("GET /access/permissions", "{\"/\":{\"VM.Audit\":1},\"/vms\":{\"Sys.Modify\":1}}");

    assertThat(cluster.lacks("Sys.Modify")).isTrue();
    assertThat(cluster.lacks("VM.Audit")).isFalse();
  }

  @Test
  void takesNoPrivilegeForMissingThatItCouldNotRead() {
    script.on("GET /access/permissions", hanging());

    assertThat(cluster.lacks("Sys.Modify")).isFalse();
  }

  @Test
  void aHangingNodeDoesNotHoldUpTheOthers() {
    script.on("GET /nodes/pve1/network", hanging()).on("GET /nodes/pve2/network", "[]");
    var asking = new FutureTask<>(() -> cluster.networks(PVE1));
    Thread.ofVirtual().start(asking);

    assertThat(cluster.networks(PVE2).stale()).isFalse();
    assertThat(asking.isDone()).isFalse();
  }

  @Test
  void doesNotAskANodeThatIsOffline() {
    resources("offline", "stopped");

    assertThatExceptionOfType(Refusal.Unreachable.class)
        .isThrownBy(() -> cluster.networks(PVE2))
        .withMessage("pve2 is offline");
    assertThat(asked()).containsExactly("GET /cluster/resources");
  }

  @Test
  void refusesANodeThatTheClusterDoesNotHave() {
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> cluster.storages(new NodeName("pve9")))
        .withMessage("there is no node pve9");
  }
}
