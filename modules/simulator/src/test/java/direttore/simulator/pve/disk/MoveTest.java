package direttore.simulator.pve.disk;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.pve.TestLab;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MoveTest {
  private static final String SPARE = "/nodes/pve2/qemu/205";
  private static final String SCRATCH = "/nodes/pve2/lxc/302";

  private final TestLab lab = new TestLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  private String config(String guest, String key) {
    return lab.get(guest + "/config").data().path(key).asText();
  }

  @Test
  void movesADiskAndKeepsTheOldOneUnused() {
    var form = Map.of("disk", "scsi0", "storage", "nfs", "format", "qcow2");
    var ended = lab.ended(lab.post(SPARE + "/move_disk", form));

    assertThat(ended.upid()).contains(":qmmove:205:");
    assertThat(ended.log()).contains("create full clone of drive scsi0 (local-lvm:vm-205-disk-0)");
    assertThat(config(SPARE, "scsi0")).isEqualTo("nfs:205/vm-205-disk-0.qcow2,size=8G");
    assertThat(config(SPARE, "unused0")).isEqualTo("local-lvm:vm-205-disk-0");
  }

  @Test
  void deletesTheOldDiskWhereAskedTo() {
    lab.ended(
        lab.post(SPARE + "/move_disk", Map.of("disk", "scsi0", "storage", "nfs", "delete", 1)));

    assertThat(lab.get(SPARE + "/config").data().has("unused0")).isFalse();
    assertThat(lab.get("/nodes/pve2/storage/local-lvm/content?vmid=205").data()).isEmpty();
  }

  @Test
  void movesAVolumeOfAStoppedContainer() {
    var form = Map.of("volume", "rootfs", "storage", "nfs", "delete", 1);
    var ended = lab.ended(lab.post(SCRATCH + "/move_volume", form));

    assertThat(ended.upid()).contains(":move_volume:302:");
    assertThat(config(SCRATCH, "rootfs")).isEqualTo("nfs:302/vm-302-disk-0.raw,size=4G");
    assertThat(lab.get(SCRATCH + "/config").data().has("lock")).isFalse();
  }

  @Test
  void refusesAsProxmoxDoes() {
    var path = SPARE + "/move_disk";

    assertThat(lab.post(path, Map.of("disk", "scsi0")).error("storage"))
        .isEqualTo("both 'storage' and 'target-vmid' missing, either needs to be set");
    assertThat(lab.post(path, Map.of("disk", "scsi1", "storage", "nfs")).message())
        .isEqualTo("disk 'scsi1' does not exist");
    assertThat(lab.post(path, Map.of("disk", "scsi0", "storage", "local-lvm")).message())
        .isEqualTo("you can't move to the same storage with same format");
    assertThat(lab.post(path, Map.of("disk", "scsi0", "storage", "local")).message())
        .isEqualTo("storage 'local' does not support content-type 'images'");
    assertThat(
            lab.post(
                    "/nodes/pve2/lxc/301/move_volume", Map.of("volume", "rootfs", "storage", "nfs"))
                .message())
        .isEqualTo("cannot move volumes of a running container");
  }

  @Test
  void aFullTargetLeavesTheDiskWhereItIs() {
    lab.simulator().faults().storageFull("nfs", true);

    var ended =
        lab.ended(lab.post(SPARE + "/move_disk", Map.of("disk", "scsi0", "storage", "nfs")));

    assertThat(ended.status()).contains("No space left on device");
    assertThat(config(SPARE, "scsi0")).startsWith("local-lvm:vm-205-disk-0,");
    assertThat(lab.get("/nodes/pve2/storage/nfs/content?vmid=205").data()).isEmpty();
  }

  @Test
  void givesADiskToAnotherMachine() {
    lab.ended(lab.post("/nodes/pve2/qemu", Map.of("vmid", 220, "scsi0", "local-lvm:1")));

    var form = Map.of("disk", "scsi0", "target-vmid", 205, "target-disk", "scsi1");
    var ended = lab.ended(lab.post("/nodes/pve2/qemu/220/move_disk", form));

    assertThat(ended.upid()).contains(":qmmove:220-scsi0>205-scsi1:");
    assertThat(config(SPARE, "scsi1")).isEqualTo("local-lvm:vm-205-disk-1,size=1G");
    assertThat(lab.get("/nodes/pve2/qemu/220/config").data().has("scsi0")).isFalse();
    assertThat(
            lab.post(
                    SPARE + "/move_disk",
                    Map.of("disk", "scsi1", "target-vmid", 205, "target-disk", "scsi2"))
                .error("target-vmid"))
        .isEqualTo("must be different than source VMID to reassign disk");
  }

  @Test
  void unlinksADiskAndFreesItByForce() {
    assertThat(lab.put(SPARE + "/unlink", Map.of("idlist", "scsi0")).status()).isEqualTo(200);
    assertThat(config(SPARE, "unused0")).isEqualTo("local-lvm:vm-205-disk-0");

    lab.put(SPARE + "/unlink", Map.of("idlist", "unused0", "force", 1));

    assertThat(lab.get(SPARE + "/config").data().has("unused0")).isFalse();
    assertThat(lab.get("/nodes/pve2/storage/local-lvm/content?vmid=205").data()).isEmpty();
  }
}
