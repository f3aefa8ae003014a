package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.cluster.Template;
import direttore.domain.guest.VmId;
import direttore.domain.node.Network;
import direttore.domain.node.NodeName;
import org.junit.jupiter.api.Test;

/** What one node has: networks, storages and templates. */
class ProxmoxNodePartsTest extends ProxmoxClusterFixture {
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
  void knowsWhatTheAccountLacks() {
    script.on("GET /access/permissions", "{\"/\":{\"VM.Audit\":1},\"/vms\":{\"Sys.Modify\":1}}");

    assertThat(cluster.lacks("Sys.Modify")).isTrue();
    assertThat(cluster.lacks("VM.Audit")).isFalse();
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
