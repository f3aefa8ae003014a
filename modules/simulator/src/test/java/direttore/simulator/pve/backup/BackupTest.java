package direttore.simulator.pve.backup;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.pve.TestLab;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BackupTest {
  private static final String FILES = "/nodes/pve2/storage/local/content?content=backup";

  private final TestLab lab = new TestLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  private String dumped(int vmid) {
    var form = Map.of("vmid", vmid, "storage", "local", "compress", "zstd");
    var ended = lab.ended(lab.post("/nodes/pve2/vzdump", form));
    assertThat(ended.status()).isEqualTo("OK");
    assertThat(ended.upid()).contains(":vzdump:" + vmid + ":");
    return lab.get(FILES + "&vmid=" + vmid).data().get(0).path("volid").asText();
  }

  @Test
  void backsUpARunningMachineAndUnlocksIt() {
    var form = Map.of("vmid", 201, "storage", "local", "compress", "zstd");
    var log = lab.ended(lab.post("/nodes/pve2/vzdump", form)).log();

    assertThat(log)
        .contains(
            "INFO: Starting Backup of VM 201 (qemu)",
            "INFO: status = running",
            "INFO: include disk 'scsi0' 'nfs:201/vm-201-disk-0.qcow2' 32G",
            "INFO: Backup job finished successfully",
            "TASK OK");
    var file = lab.get(FILES).data().get(0);
    assertThat(file.path("volid").asText())
        .matches("local:backup/vzdump-qemu-201-\\d{4}_\\d\\d_\\d\\d-\\d\\d_\\d\\d_\\d\\d.vma.zst");
    assertThat(file.path("vmid").asInt()).isEqualTo(201);
    assertThat(lab.get("/nodes/pve2/qemu/201/config").data().has("lock")).isFalse();
    assertThat(
            lab.get("/nodes/pve2/vzdump/extractconfig?volume=" + file.path("volid").asText())
                .data()
                .asText())
        .contains("name: web\n");
  }

  @Test
  void oneThatFailsDoesNotStopTheOthers() {
    var form = Map.of("vmid", "202,206", "storage", "local");
    var ended = lab.ended(lab.post("/nodes/pve1/vzdump", form));

    assertThat(ended.status()).isEqualTo("job errors");
    assertThat(ended.log())
        .contains("ERROR: Backup of VM 202 failed - VM is locked (backup)")
        .anyMatch(l -> l.startsWith("INFO: Finished Backup of VM 206"));
  }

  @Test
  void refusesAsProxmoxDoes() {
    assertThat(lab.post("/nodes/pve1/vzdump", Map.of("storage", "local")).status()).isEqualTo(400);
    assertThat(lab.post("/nodes/pve1/vzdump", Map.of("vmid", 200, "all", 1)).error("all"))
        .isEqualTo("option conflicts with option 'vmid'");
    assertThat(lab.post("/nodes/pve1/vzdump", Map.of("vmid", 201)).data().asText()).isEqualTo("OK");
    assertThat(lab.get("/nodes/pve1/vzdump/defaults").data().path("mode").asText())
        .isEqualTo("snapshot");
  }

  @Test
  void makesANewMachineOfABackup() {
    var file = dumped(205);

    var form = Map.of("vmid", 230, "archive", file, "storage", "nfs", "unique", 1, "cores", 4);
    var ended = lab.ended(lab.post("/nodes/pve2/qemu", form));

    assertThat(ended.upid()).contains(":qmrestore:230:");
    assertThat(ended.status()).isEqualTo("OK");
    var old = lab.get("/nodes/pve2/qemu/205/config").data();
    var made = lab.get("/nodes/pve2/qemu/230/config").data();
    assertThat(made.path("name").asText()).isEqualTo("spare");
    assertThat(made.path("cores").asInt()).isEqualTo(4);
    assertThat(made.path("scsi0").asText()).isEqualTo("nfs:230/vm-230-disk-0.raw,size=8G");
    assertThat(made.path("net0")).isNotEqualTo(old.path("net0"));
    assertThat(made.path("vmgenid")).isNotEqualTo(old.path("vmgenid"));
  }

  @Test
  void putsAMachineBackOnlyByForce() {
    var file = dumped(205);
    lab.put("/nodes/pve2/qemu/205/config", Map.of("name", "changed"));

    var again = lab.post("/nodes/pve2/qemu", Map.of("vmid", 205, "archive", file));
    assertThat(again.message())
        .isEqualTo("unable to restore VM 205 - VM 205 already exists on node 'pve2'");
    lab.ended(lab.post("/nodes/pve2/qemu/205/status/start", Map.of()));
    var forced = Map.of("vmid", 205, "archive", file, "force", 1);
    assertThat(lab.post("/nodes/pve2/qemu", forced).message())
        .isEqualTo("unable to restore VM 205 - vm is running");
    lab.ended(lab.post("/nodes/pve2/qemu/205/status/stop", Map.of()));

    lab.ended(lab.post("/nodes/pve2/qemu", forced));

    var config = lab.get("/nodes/pve2/qemu/205/config").data();
    assertThat(config.path("name").asText()).isEqualTo("spare");
    assertThat(config.has("lock")).isFalse();
    assertThat(lab.get("/nodes/pve2/storage/local-lvm/content?vmid=205").data()).hasSize(1);
  }

  @Test
  void restoresAContainer() {
    var file = dumped(302);

    var form = Map.of("vmid", 330, "ostemplate", file, "restore", 1, "storage", "nfs", "start", 1);
    var ended = lab.ended(lab.post("/nodes/pve2/lxc", form));

    assertThat(ended.upid()).contains(":vzrestore:330:");
    assertThat(ended.status()).isEqualTo("OK");
    var made = lab.get("/nodes/pve2/lxc/330/config").data();
    assertThat(made.path("hostname").asText()).isEqualTo("scratch");
    assertThat(made.path("rootfs").asText()).isEqualTo("nfs:330/vm-330-disk-0.raw,size=4G");
    assertThat(
            lab.post(
                    "/nodes/pve2/lxc",
                    Map.of("vmid", 331, "ostemplate", "local:backup/no.tar", "restore", 1))
                .message())
        .isEqualTo("volume 'local:backup/no.tar' does not exist");
  }
}
