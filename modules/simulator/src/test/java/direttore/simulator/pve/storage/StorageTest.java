package direttore.simulator.pve.storage;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.pve.TestLab;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class StorageTest {
  private static final String NFS = "/nodes/pve1/storage/nfs/content";
  private static TestLab lab;

  @BeforeAll
  static void start() {
    lab = new TestLab();
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void allocatesAndFreesVolumes() {
    var form = Map.of("vmid", 999, "filename", "vm-999-disk-0.qcow2", "size", "1G");
    var made = lab.post(NFS, form);

    assertThat(made.data().asText()).isEqualTo("nfs:999/vm-999-disk-0.qcow2");
    var ended = lab.ended(lab.delete(NFS + "/nfs:999/vm-999-disk-0.qcow2"));

    assertThat(ended.upid()).contains(":imgdel:999@nfs:");
    assertThat(ended.log())
        .containsExactly("Removed volume 'nfs:999/vm-999-disk-0.qcow2'", "TASK OK");
    assertThat(lab.get(NFS + "?vmid=999").data()).isEmpty();
  }

  @Test
  void removesAnAbsentFileWithoutComplaint() {
    var ended = lab.ended(lab.delete("/nodes/pve1/storage/local/content/local:iso/absent.iso"));

    assertThat(ended.log())
        .containsExactly(
            "disk image '/var/lib/vz/template/iso/absent.iso' does not exist",
            "Removed volume 'local:iso/absent.iso'",
            "TASK OK");
  }

  @Test
  void listsContentByKind() {
    var isos = lab.get("/nodes/pve1/storage/local/content?content=iso").data();

    assertThat(isos).hasSize(2).allMatch(v -> v.path("format").asText().equals("iso"));
  }

  @Test
  void listsStoragesThatHoldAKind() {
    assertThat(lab.get("/nodes/pve1/storage?content=images").data())
        .hasSize(2)
        .allMatch(s -> s.path("active").asInt() == 1 && s.path("avail").asLong() > 0);
    assertThat(lab.get("/nodes/pve1/storage/nowhere/status").message())
        .isEqualTo("storage 'nowhere' does not exist");
  }

  @Test
  void runsOutOfSpaceInTheTask() {
    lab.simulator().faults().storageFull("local-lvm", true);
    lab.simulator().faults().storageFull("nfs", true);

    var thin = lab.ended(lab.post("/nodes/pve1/qemu", Map.of("vmid", 700, "scsi0", "local-lvm:4")));
    var copy =
        lab.ended(
            lab.post(
                "/nodes/pve1/qemu/9000/clone", Map.of("newid", 701, "full", 1, "storage", "nfs")));
    lab.simulator().faults().clear();

    assertThat(thin.status())
        .startsWith("unable to create VM 700 - lvcreate 'pve/data' error:")
        .endsWith("free space in thin pool pve/data reached threshold.");
    assertThat(copy.status()).startsWith("clone failed: ").contains("No space left on device");
    assertThat(lab.get(NFS + "?vmid=701").data()).isEmpty();
  }

  @Test
  void usesSpaceForWhatIsCopiedAndGivesItBack() {
    var before = used();

    lab.ended(
        lab.post(
            "/nodes/pve1/qemu/9001/clone",
            Map.of("newid", 702, "full", 1, "storage", "local-lvm")));
    var between = used();
    lab.ended(lab.delete("/nodes/pve1/qemu/702"));

    assertThat(between).isEqualTo(before + (3L << 30));
    assertThat(used()).isEqualTo(before);
  }

  private static long used() {
    return lab.get("/nodes/pve1/storage/local-lvm/status").data().path("used").asLong();
  }

  @Test
  void writesSizesAsProxmoxDoes() {
    assertThat(Size.text(34_359_738_368L)).isEqualTo("32G");
    assertThat(Size.text(540_672)).isEqualTo("528K");
    assertThat(Size.parse("1.5G")).isEqualTo(1_610_612_736L);
    assertThat(Size.parse("lots")).isNull();
  }
}
