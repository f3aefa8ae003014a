package direttore.proxmox.api;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.SnapshotTree.Snapshot;
import direttore.domain.guest.VmId;
import direttore.domain.node.NodeName;
import direttore.domain.task.Upid;
import direttore.proxmox.Script;
import direttore.proxmox.transport.Parameters;
import direttore.testkit.SettableClock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxmoxTest {
  private static final NodeName PVE1 = new NodeName("pve1");
  private static final VmId ID = new VmId(100);
  private final Script script = new Script();
  private final Proxmox proxmox = script.client(new SettableClock());

  @AfterEach
  void stop() {
    proxmox.close();
    script.close();
  }

  @Test
  void readsTheVersion() {
    script.on("GET /version", "{\"version\":\"8.4.1\",\"release\":\"8.4\",\"repoid\":\"x\"}");

    assertThat(proxmox.version()).isEqualTo(new Proxmox.Version("8.4.1", "8.4"));
  }

  @Test
  void aPrivilegeIsHeldWhetherItPropagatesOrNot() {
    script.on(
        "GET /access/permissions", "{\"/\":{\"VM.Audit\":1,\"Sys.Audit\":0},\"/vms/100\":{}}");

    assertThat(proxmox.permissions())
        .isEqualTo(Map.of("/", Set.of("VM.Audit", "Sys.Audit"), "/vms/100", Set.of()));
  }

  @Test
  void readsANextIdThatComesQuoted() {
    script.on("GET /cluster/nextid", "\"105\"");

    assertThat(proxmox.cluster().nextId()).isEqualTo(new VmId(105));
  }

  @Test
  void readsTheMembersOfTheCluster() {
    script.on(
        "GET /cluster/status",
        """
        [{"type":"cluster","name":"lab","quorate":1},{"type":"node","name":"pve1","online":1},
         {"type":"node","name":"pve2","online":"0"}]
        """);

    assertThat(proxmox.cluster().members())
        .containsExactly(new ClusterApi.Member("pve1", true), new ClusterApi.Member("pve2", false));
  }

  @Test
  void readsWhatHaWantsOfAGuest() {
    script
        .on(
            "GET /cluster/ha/resources",
            "[{\"sid\":\"vm:100\",\"state\":\"stopped\"},{\"sid\":\"ct:7\"}]")
        .on("PUT /cluster/ha/resources/vm:100", "null");

    assertThat(proxmox.cluster().haState(GuestKind.QEMU, ID)).contains("stopped");
    assertThat(proxmox.cluster().haState(GuestKind.LXC, ID)).isEmpty();

    proxmox.cluster().haState(GuestKind.QEMU, ID, "started");
    assertThat(script.form("PUT /cluster/ha/resources/vm:100"))
        .isEqualTo(Map.of("state", "started"));
  }

  @Test
  void readsSnapshotsAsATreeOldestFirst() {
    script.on(
        "GET /nodes/pve1/qemu/100/snapshot",
        """
        [{"name":"later","parent":"first","snaptime":1795412400,"vmstate":1,"description":"d\\n"},
         {"name":"current","running":1,"parent":"later","description":"You are here!"},
         {"name":"first","snaptime":"1795412304","vmstate":0,"description":"","snapstate":"delete"}]
        """);

    var tree = proxmox.node(PVE1).qemu(ID).snapshots();

    assertThat(tree.currentParent()).isEqualTo("later");
    assertThat(tree.all())
        .containsExactly(
            new Snapshot("first", null, "", Instant.ofEpochSecond(1795412304), false, "delete"),
            new Snapshot("later", "first", "d", Instant.ofEpochSecond(1795412400), true, null));
  }

  @Test
  void asksWhatAGuestCanDo() {
    script
        .on("GET /nodes/pve1/lxc/100/feature?feature=snapshot", "{\"hasFeature\":\"1\"}")
        .on("GET /nodes/pve1/lxc/100/feature?feature=clone", "{\"hasFeature\":0}");

    assertThat(proxmox.node(PVE1).lxc(ID).can("snapshot")).isTrue();
    assertThat(proxmox.node(PVE1).lxc(ID).can("clone")).isFalse();
  }

  @Test
  void changesAConfigurationAtOnceOrByATask() {
    var upid = "UPID:pve1:00000001:00000002:66000000:qmconfig:100:root@pam!t:";
    script
        .on("PUT /nodes/pve1/qemu/100/config", "null")
        .on("POST /nodes/pve1/qemu/100/config", "\"%s\"".formatted(upid));
    var guest = proxmox.node(PVE1).qemu(ID);
    var change = Parameters.none().with("onboot", true).with("digest", null);

    guest.configure(change);

    assertThat(guest.configureByTask(change)).isEqualTo(new Upid(upid));
    assertThat(script.form("PUT /nodes/pve1/qemu/100/config")).isEqualTo(Map.of("onboot", "1"));
  }

  @Test
  void readsFiguresThatMayBeMissing() {
    script
        .on(
            "GET /nodes/pve1/rrddata?timeframe=hour&cf=AVERAGE",
            "[{\"time\":60,\"cpu\":0.5,\"memused\":7,\"memtotal\":9},{\"time\":120}]")
        .on("GET /nodes/pve1/status", "{\"uptime\":9,\"loadavg\":[\"0.1\"],\"pveversion\":\"x\"}");

    assertThat(proxmox.node(PVE1).history(Timeframe.HOUR))
        .containsExactly(
            new HistoryPoint(Instant.ofEpochSecond(60), 0.5, 7L, 9L, null, null, null, null),
            new HistoryPoint(Instant.ofEpochSecond(120), null, null, null, null, null, null, null));
    assertThat(proxmox.node(PVE1).status()).isEqualTo(Map.of("uptime", 9L, "pveversion", "x"));
  }
}
