package direttore.simulator.pve.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.TestLab;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MigrationTest {
  private final TestLab lab = new TestLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  private TestLab.Ended migrate(String path, Map<String, ?> form) {
    return lab.ended(lab.post(path + "/migrate", form));
  }

  private String status(String path) {
    return lab.get(path + "/status/current").data().path("status").asText();
  }

  @Test
  void tellsWhatAMigrationNeeds() {
    var gateway = lab.get("/nodes/pve1/qemu/200/migrate").data();
    var dns = lab.get("/nodes/pve1/lxc/300/migrate").data();

    assertThat(gateway.path("running").asInt()).isEqualTo(1);
    assertThat(gateway.path("allowed_nodes").get(0).asText()).isEqualTo("pve2");
    assertThat(gateway.path("local_disks").get(0).path("volid").asText())
        .isEqualTo("local-lvm:vm-200-disk-0");
    assertThat(lab.get("/nodes/pve2/qemu/201/migrate").data().path("local_disks")).isEmpty();
    assertThat(dns.path("running").asInt()).isEqualTo(1);
    assertThat(dns.path("allowed-nodes").get(0).asText()).isEqualTo("pve2");
  }

  @Test
  void movesARunningMachineOfSharedDisksWithoutStoppingIt() {
    var before = lab.get("/nodes/pve2/qemu/201/status/current").data();

    var ended = migrate("/nodes/pve2/qemu/201", Map.of("target", "pve1", "online", 1));

    assertThat(ended.upid()).contains(":qmigrate:201:");
    assertThat(ended.status()).isEqualTo("OK");
    var after = lab.get("/nodes/pve1/qemu/201/status/current").data();
    assertThat(after.path("status").asText()).isEqualTo("running");
    assertThat(after.path("uptime").asLong())
        .isGreaterThanOrEqualTo(before.path("uptime").asLong());
    assertThat(after.has("lock")).isFalse();
    assertThat(lab.get("/nodes/pve2/qemu/201/config").message())
        .isEqualTo("Configuration file 'nodes/pve2/qemu-server/201.conf' does not exist");
  }

  @Test
  void takesLocalDisksAlong() {
    var ended = migrate("/nodes/pve2/qemu/205", Map.of("target", "pve1"));

    assertThat(ended.status()).isEqualTo("OK");
    assertThat(ended.log()).anyMatch(l -> l.contains("found local disk 'local-lvm:vm-205-disk-0'"));
    assertThat(lab.get("/nodes/pve1/storage/local-lvm/content?vmid=205").data()).hasSize(1);
    assertThat(lab.get("/nodes/pve2/storage/local-lvm/content?vmid=205").data()).isEmpty();
    assertThat(lab.ended(lab.post("/nodes/pve1/qemu/205/status/start", Map.of())).status())
        .isEqualTo("OK");
  }

  @Test
  void movesToAnotherStorageWhereAskedTo() {
    migrate("/nodes/pve2/qemu/205", Map.of("target", "pve1", "targetstorage", "local-lvm:nfs"));

    assertThat(lab.get("/nodes/pve1/qemu/205/config").data().path("scsi0").asText())
        .startsWith("nfs:205/vm-205-disk-0.raw,");
  }

  @Test
  void refusesAtOnceAsProxmoxDoes() {
    var gateway = "/nodes/pve1/qemu/200/migrate";

    assertThat(lab.post(gateway, Map.of("target", "pve1")).error("target"))
        .isEqualTo("target is local node.");
    assertThat(lab.post(gateway, Map.of("target", "pve9")).message())
        .isEqualTo("no such cluster node 'pve9'");
    assertThat(lab.post(gateway, Map.of("target", "pve2")).message())
        .isEqualTo("can't migrate running VM without --online");
    assertThat(lab.post("/nodes/pve1/qemu/202/migrate", Map.of("target", "pve2")).message())
        .isEqualTo("VM is locked (backup)");
    assertThat(lab.post("/nodes/pve1/lxc/300/migrate", Map.of("target", "pve2")).message())
        .isEqualTo("can't migrate running container without --online or --restart");
    assertThat(
            lab.post(gateway, Map.of("target", "pve2", "online", 1, "targetstorage", "local"))
                .message())
        .isEqualTo("content type 'images' is not available on storage 'local'");
  }

  @Test
  void refusesInTheTaskAsProxmoxDoes() {
    var ended = migrate("/nodes/pve1/qemu/200", Map.of("target", "pve2", "online", 1));

    assertThat(ended.status()).isEqualTo("migration aborted");
    assertThat(ended.log())
        .anyMatch(l ->
            l.endsWith(
                "ERROR: can't migrate local disk 'local-lvm:vm-200-disk-0': can't live migrate"
                    + " attached local disks without with-local-disks option"));
    assertThat(lab.get("/nodes/pve1/qemu/200/config").data().has("lock")).isFalse();
    assertThat(status("/nodes/pve1/qemu/200")).isEqualTo("running");
  }

  @Test
  void aTargetThatIsAwayEndsTheMigration() {
    // A third node keeps the quorum.
    try (var big = new TestLab(PveOptions.forTests().withSize(3, 0))) {
      big.simulator().faults().nodeOffline("pve2");

      var ended = big.ended(big.post("/nodes/pve1/qemu/206/migrate", Map.of("target", "pve2")));

      assertThat(ended.status()).isEqualTo("migration aborted");
      assertThat(ended.log())
          .anyMatch(l -> l.contains("Can't connect to destination address using public key"));
    }
  }

  @Test
  void restartsAContainerElsewhere() {
    var live = migrate("/nodes/pve1/lxc/300", Map.of("target", "pve2", "online", 1));
    var restarted = migrate("/nodes/pve1/lxc/300", Map.of("target", "pve2", "restart", 1));

    assertThat(live.status()).isEqualTo("migration aborted");
    assertThat(live.log())
        .anyMatch(l -> l.contains("lxc live migration is currently not implemented"));
    assertThat(restarted.upid()).contains(":vzmigrate:300:");
    assertThat(restarted.status()).isEqualTo("OK");
    assertThat(status("/nodes/pve2/lxc/300")).isEqualTo("running");
  }

  @Test
  void theManagerMovesWhatItManages() {
    var asked = migrate("/nodes/pve1/qemu/204", Map.of("target", "pve2", "online", 1));

    assertThat(asked.upid()).contains(":hamigrate:204:");
    await().until(() -> lab.get("/nodes/pve2/qemu/204/config").status() == 200);
    assertThat(status("/nodes/pve2/qemu/204")).isEqualTo("running");
  }
}
