package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import direttore.domain.Refusal;
import direttore.domain.cluster.HistoryPoint;
import direttore.domain.cluster.Timeframe;
import direttore.domain.guest.Guest;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.task.Upid;
import direttore.testkit.TestHost;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One guest, its load and its tasks. */
class ProxmoxGuestTest extends ProxmoxClusterFixture {
  @Test
  void readsOneGuestWithoutItsSecrets() {
    script
        .on(
            "GET /nodes/pve1/qemu/100/config",
            """
            {"name":"web","cores":2,"memory":"1024","cipassword":"**********","boot":"order=virtio0",
             "scsi0":"local:100/vm-100-disk-1.qcow2,size=8G","virtio0":"local:100/vm-100-disk-0.qcow2,size=512M",
             "ide2":"local:iso/debian.iso,media=cdrom","description":"hello"}
            """)
        .on(
            "GET /nodes/pve1/qemu/100/status/current",
            "{\"status\":\"running\",\"vmid\":100,\"ha\":{\"managed\":1,\"state\":\"started\"},\"lock\":\"backup\"}");

    var detail = cluster.detail(WEB);

    assertThat(detail.config()).containsEntry("memory", "1024").doesNotContainKey("cipassword");
    assertThat(detail.disks())
        .extracting(disk -> disk.key() + " " + disk.storage() + " " + disk.bytes())
        .containsExactly("virtio0 local 536870912", "scsi0 local 8589934592");
    assertThat(detail.running()).isTrue();
    assertThat(detail.haManaged()).isTrue();
    assertThat(detail.lock()).isEqualTo("backup");
    assertThat(detail.description()).isEqualTo("hello");
  }

  @Test
  void saysWhichGuestIsNotThere() {
    script.on(
        "GET /nodes/pve1/qemu/100/config",
        TestHost.status(
            500, "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist", ""));
    script.on("GET /cluster/nextid?vmid=100", "\"100\"");

    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> cluster.detail(WEB))
        .withMessage("there is no VM 100 on pve1");
  }

  @Test
  void leavesOutARowThatCannotBeReadAndATaskOfAnUnknownForm() {
    script
        .on(
            "GET /cluster/resources",
            """
            [{"type":"node","node":"pve1","status":"online"},
             {"type":"qemu","vmid":42,"node":"pve1","name":"odd","status":"running"},
             {"type":"qemu","vmid":100,"node":"pve1","name":"web","status":"running"}]
            """)
        .on(
            "GET /nodes/pve1/tasks",
            """
            [{"upid":"UPID:from:elsewhere","status":"OK","endtime":1},
             {"upid":"UPID:pve1:00000001:00000002:66000000:qmstart:100:root@pam!t:","status":"OK","endtime":1700000000}]
            """);

    assertThat(cluster.guests().value()).extracting(Guest::name).containsExactly("web");
    assertThat(cluster.guests().trouble()).isNull();
    assertThat(cluster.nodes().value().getFirst().trouble()).contains("Sys.Audit");
    assertThat(cluster.tasks(PVE1, null, 10)).hasSize(1);
  }

  @Test
  void showsTheGuestsOfBeforeWhileTheAccountSeesNone() {
    assertThat(cluster.guests().value()).hasSize(3);
    script
        .on(
            "GET /cluster/resources",
            "[{\"type\":\"node\",\"node\":\"pve1\",\"status\":\"online\"}]")
        .on("GET /access/permissions", "{\"/\":{\"Sys.Audit\":1}}");
    clock.advance(Duration.ofSeconds(10));

    var guests = cluster.guests();

    assertThat(guests.value()).hasSize(3);
    assertThat(guests.trouble()).contains("sees no guests");
  }

  @Test
  void saysWhereAGuestIsThatHasMoved() {
    script
        .on(
            "GET /nodes/pve2/qemu/100/config",
            TestHost.status(
                500, "Configuration file 'nodes/pve2/qemu-server/100.conf' does not exist", ""))
        .on(
            "GET /cluster/nextid?vmid=100",
            TestHost.status(
                400,
                "Parameter verification failed.",
                "{\"errors\":{\"vmid\":\"VM 100 already exists\"}}"));

    assertThatExceptionOfType(Refusal.Moved.class)
        .isThrownBy(() -> cluster.detail(new GuestRef(GuestKind.QEMU, PVE2, new VmId(100))))
        .withMessage("VM 100 is on pve1 now");
  }

  @Test
  void saysInProxmoxsWordsWhyNoSnapshotCanBeTaken() {
    script
        .on("GET /nodes/pve1/qemu/100/status/current", "{\"status\":\"stopped\"}")
        .on("GET /nodes/pve1/qemu/100/config", "{\"name\":\"web\"}")
        .on("GET /nodes/pve1/qemu/100/snapshot", "[{\"name\":\"before\",\"snaptime\":1700000000}]")
        .on(
            "GET /nodes/pve1/qemu/100/feature",
            TestHost.status(500, "storage 'old-nas' does not exist", ""));

    var snapshots = cluster.snapshots(WEB);

    assertThat(snapshots.obstacle()).contains("storage 'old-nas' does not exist");
    assertThat(snapshots.tree().all()).hasSize(1);
  }

  @Test
  void readsTheLoadOfAGuestOnceInHalfAMinute() {
    var day = "GET /nodes/pve1/qemu/100/rrddata?timeframe=day&cf=AVERAGE";
    script.on(day, "[{\"time\":1700000000,\"cpu\":0.5}]");

    cluster.history(WEB, Timeframe.DAY);
    clock.advance(Duration.ofSeconds(29));
    assertThat(cluster.history(WEB, Timeframe.DAY).value())
        .extracting(HistoryPoint::cpu)
        .containsExactly(0.5);
    assertThat(asked()).containsOnlyOnce(day);

    script.on(day, "[]");
    clock.advance(Duration.ofSeconds(2));
    assertThat(cluster.history(WEB, Timeframe.DAY).value()).isEmpty();
  }

  @Test
  void asksAgainForTheLoadOfAGuestThatWasNotThere() {
    var hour = "GET /nodes/pve1/qemu/100/rrddata?timeframe=hour&cf=AVERAGE";
    script.on(
        hour,
        TestHost.status(
            500, "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist", ""));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> cluster.history(WEB, Timeframe.HOUR))
        .withMessage("there is no VM 100 on pve1");

    script.on(hour, "[]");

    assertThat(cluster.history(WEB, Timeframe.HOUR).stale()).isFalse();
  }

  @Test
  void showsTheLoadThatItHasWhileTheNodeOfAGuestIsAway() {
    script.on(
        "GET /nodes/pve2/lxc/200/rrddata?timeframe=hour&cf=AVERAGE",
        "[{\"time\":1700000000,\"cpu\":0.5}]");
    var dns = new GuestRef(GuestKind.LXC, PVE2, new VmId(200));
    cluster.history(dns, Timeframe.HOUR);
    resources("offline", "stopped");
    clock.advance(Duration.ofSeconds(31));

    var past = cluster.history(dns, Timeframe.HOUR);

    assertThat(past.value()).hasSize(1);
    assertThat(past.trouble()).isEqualTo("pve2 is offline");
  }

  @Test
  void saysThatATaskIsUnknown() {
    var upid = new Upid("UPID:pve1:00000001:00000002:66000000:qmstart:100:root@pam!t:");
    script.on(
        "GET /nodes/pve1/tasks/%s/status".formatted(upid),
        TestHost.status(
            400,
            "Parameter verification failed.",
            "{\"data\":null,\"errors\":{\"upid\":\"no such task\"}}"));

    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> cluster.task(upid));
  }
}
