package direttore.proxmox.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.guest.DiskSize;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.guest.VmId;
import direttore.domain.guest.VmSource;
import direttore.domain.hypervisor.GuestState;
import direttore.domain.node.NodeName;
import direttore.domain.task.Upid;
import direttore.proxmox.Script;
import direttore.testkit.SettableClock;
import direttore.testkit.TestHost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked of a guest that there is, and what is known of it. */
class HypervisorGuestTest {
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final VmId ID = new VmId(1042);
  private static final GuestRef GUEST = new GuestRef(GuestKind.QEMU, PVE1, ID);
  private static final Upid TASK =
      new Upid("UPID:pve1:0000ABCD:00000002:66000000:qmcreate:1042:root@pam!t:");
  private final Script script = new Script();
  private final ProxmoxHypervisor hypervisor =
      new ProxmoxHypervisor(script.client(new SettableClock()));

  @AfterEach
  void stop() {
    script.close();
  }

  @Test
  void sendsOnlyWhatWasAskedOfAShutdown() {
    script
        .on("POST /nodes/pve1/qemu/1042/status/shutdown", "\"%s\"".formatted(TASK))
        .on("POST /nodes/pve1/qemu/1042/status/reboot", "\"%s\"".formatted(TASK));

    hypervisor.shutdown(GUEST, 30, true);
    hypervisor.reboot(GUEST, 5);

    assertThat(script.form("POST /nodes/pve1/qemu/1042/status/shutdown"))
        .isEqualTo(Map.of("timeout", "30", "forceStop", "1"));
    assertThat(script.form("POST /nodes/pve1/qemu/1042/status/reboot"))
        .isEqualTo(Map.of("timeout", "5"));
  }

  @Test
  void deletesWithEverythingThatNamesTheGuest() {
    script.on("DELETE /nodes/pve1/qemu/1042", "\"%s\"".formatted(TASK));

    assertThat(hypervisor.destroy(GUEST)).isEqualTo(TASK);
    assertThat(script.calls()).containsExactly("DELETE /nodes/pve1/qemu/1042?purge=1");
  }

  @Test
  void leavesHaOnceAndForAll() {
    script.on("DELETE /cluster/ha/resources/vm:1042", "null");
    hypervisor.leaveHa(GUEST);

    script.on(
        "DELETE /cluster/ha/resources/vm:1042",
        TestHost.status(500, "no such resource 'vm:1042'", ""));
    hypervisor.leaveHa(GUEST);

    assertThat(script.calls()).hasSize(2);
  }

  @Test
  void knowsTheStateOfAGuest() {
    script
        .on(
            "GET /nodes/pve1/qemu/1042/status/current",
            "{\"status\":\"running\",\"lock\":\"backup\",\"ha\":{\"managed\":1,\"state\":\"started\"}}")
        .on("GET /nodes/pve1/qemu/1042/config", "{\"description\":\"the marker\"}");

    assertThat(hypervisor.state(GUEST))
        .contains(new GuestState(true, false, false, "the marker", "backup", "started"));
  }

  @Test
  void knowsWhichGuestItIsByOneRequest() {
    script.on(
        "GET /nodes/pve1/qemu/1042/config",
        "{\"meta\":\"creation-qemu=10.1.2,ctime=1700000000\",\"lock\":\"\"}");

    var identity = hypervisor.identity(GUEST).orElseThrow();

    assertThat(identity.birth().created()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    assertThat(identity.lock()).isNull();
    assertThat(script.calls()).hasSize(1);
  }

  @Test
  void knowsThatAGuestIsNotThere() {
    script.on(
        "GET /nodes/pve1/qemu/1042/status/current",
        TestHost.status(
            500, "Configuration file 'nodes/pve1/qemu-server/1042.conf' does not exist", ""));
    script.on("GET /cluster/nextid?vmid=1042", "\"1042\"");

    assertThat(hypervisor.state(GUEST)).isEmpty();
  }

  @Test
  void takesAnIdForFreeOnlyWhenNoVolumeOfItIsLeft() {
    storage("local-lvm", "lvmthin");
    script
        .on("GET /cluster/nextid", "\"1042\"")
        .on("GET /nodes/pve1/storage/local-lvm/content?vmid=1042", "[]");
    assertThat(hypervisor.vmidFree(PVE1, ID, Set.of("local-lvm"))).isTrue();

    script.on(
        "GET /nodes/pve1/storage/local-lvm/content?vmid=1042",
        "[{\"volid\":\"local-lvm:vm-1042-disk-0\",\"content\":\"images\",\"size\":1}]");
    assertThat(hypervisor.vmidFree(PVE1, ID, Set.of("local-lvm"))).isFalse();

    script.on(
        "GET /cluster/nextid",
        TestHost.status(
            400,
            "Parameter verification failed.",
            "{\"errors\":{\"vmid\":\"VM 1042 already exists\"},\"data\":null}"));
    assertThat(hypervisor.vmidFree(PVE1, ID, Set.of("local-lvm"))).isFalse();
  }

  @Test
  void asksNoStorageThatTheOrderDoesNotName() {
    script
        .on("GET /cluster/nextid", "\"1042\"")
        .on("GET /nodes/pve1/storage/local-lvm/content?vmid=1042", "[]")
        .on("POST /nodes/pve1/qemu", "\"%s\"".formatted(TASK));
    storage("local-lvm", "lvmthin");
    var source = new VmSource.Blank(null, "local-lvm", DiskSize.ofGib(8));

    hypervisor.vmidFree(PVE1, ID, Set.of("local-lvm"));
    hypervisor.createVm(PVE1, ID, NewVms.of(source, List.of()), GuestSecrets.NONE, "");

    assertThat(script.calls())
        .containsExactly(
            "GET /cluster/nextid?vmid=1042",
            "GET /nodes/pve1/storage/local-lvm/content?vmid=1042",
            "GET /storage",
            "POST /nodes/pve1/qemu");
  }

  @Test
  void findsTheStoragesOfATemplateInItsConfiguration() {
    script.on(
        "GET /nodes/pve1/qemu/1042/config",
        "{\"scsi0\":\"nfs:1042/base.qcow2\",\"efidisk0\":\"lvm:base-1042-disk-1\",\"ide2\":\"none\"}");

    assertThat(hypervisor.storages(GUEST)).containsExactlyInAnyOrder("nfs", "lvm");
  }

  private void storage(String name, String type) {
    script.on(
        "GET /storage",
        "[{\"storage\":\"other\",\"type\":\"nfs\"},{\"storage\":\"%s\",\"type\":\"%s\"}]"
            .formatted(name, type));
  }
}
