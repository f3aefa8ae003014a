package direttore.simulator.pve.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.TestLab;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class QemuCloneTest {
  private static final String ON_LVM = "/nodes/pve1/qemu/9000/clone";
  private static final String ON_NFS = "/nodes/pve1/qemu/9001/clone";
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
  void linksCloneOfATemplateUnlessToldOtherwise() {
    var ended = lab.ended(lab.post(ON_NFS, Map.of("newid", 500, "name", "linked")));

    var config = lab.get("/nodes/pve1/qemu/500/config").data();
    assertThat(ended.upid()).contains(":qmclone:9001:");
    assertThat(ended.log())
        .contains("creating a clone of VM 9001 with ID 500")
        .contains("create linked clone of drive scsi0 (nfs:9001/base-9001-disk-0.qcow2)");
    assertThat(config.path("scsi0").asText())
        .isEqualTo("nfs:9001/base-9001-disk-0.qcow2/500/vm-500-disk-0.qcow2,size=12G");
    assertThat(config.path("ide2").asText()).startsWith("nfs:500/vm-500-cloudinit.qcow2");
    assertThat(config.has("template")).isFalse();
    assertThat(config.has("lock")).isFalse();
  }

  @Test
  void copiesFullyOntoAnotherStorage() {
    var form = Map.of("newid", 501, "full", 1, "storage", "local-lvm");

    var ended = lab.ended(lab.post(ON_NFS, form));

    assertThat(ended.log())
        .contains("allocated target volume 'local-lvm:vm-501-disk-0'")
        .contains("transferred 0.0 B of 12.0 GiB (0.00%)")
        .contains("transferred 12.0 GiB of 12.0 GiB (100.00%)");
  }

  @Test
  void givesEveryCloneAddressesAndIdentifiersOfItsOwn() {
    lab.ended(lab.post(ON_LVM, Map.of("newid", 502)));

    var template = lab.get("/nodes/pve1/qemu/9000/config").data();
    var clone = lab.get("/nodes/pve1/qemu/502/config").data();
    assertThat(clone.path("net0")).isNotEqualTo(template.path("net0"));
    assertThat(clone.path("smbios1")).isNotEqualTo(template.path("smbios1"));
    assertThat(clone.path("name").asText()).isEqualTo("Copy-of-VM-debian-12-cloud");
  }

  @Test
  void refusesWhatProxmoxRefuses() {
    assertThat(lab.post(ON_LVM, Map.of("newid", 510, "target", "pve2")).message())
        .isEqualTo("can't clone VM to node 'pve2' (VM uses local storage)");
    assertThat(lab.post(ON_LVM, Map.of("newid", 510, "storage", "nfs")).message())
        .isEqualTo("parameter 'storage' not allowed for linked clones");
    assertThat(lab.post("/nodes/pve1/qemu/200/clone", Map.of("newid", 510, "full", 0)).message())
        .isEqualTo("Linked clone feature is not supported for 'local-lvm:vm-200-disk-0' (scsi0)");
    assertThat(lab.post(ON_LVM, Map.of("newid", 200)).message())
        .isEqualTo("unable to create VM 200: config file already exists");
    assertThat(lab.post("/nodes/pve1/qemu/202/clone", Map.of("newid", 510)).message())
        .isEqualTo("VM is locked (backup)");
  }

  @Test
  void movesACloneOnSharedStorageToAnotherNode() {
    lab.ended(lab.post(ON_NFS, Map.of("newid", 511, "target", "pve2")));

    assertThat(lab.get("/nodes/pve2/qemu/511/config").status()).isEqualTo(200);
  }

  @Test
  void keepsATemplateWhoseLinkedClonesNeedIt() {
    lab.ended(lab.post(ON_NFS, Map.of("newid", 512)));

    assertThat(lab.ended(lab.delete("/nodes/pve1/qemu/9001")).status())
        .isEqualTo(
            "base volume 'nfs:9001/base-9001-disk-0.qcow2' is still in use by linked cloned");
  }

  @Test
  void freesWhatAFailedCloneHadMade() {
    lab.simulator().faults().failNextTask("qmclone", "disk on fire");

    var ended = lab.ended(lab.post(ON_LVM, Map.of("newid", 513, "full", 1)));

    assertThat(ended.status()).isEqualTo("clone failed: disk on fire");
    assertThat(lab.get("/nodes/pve1/storage/local-lvm/content?vmid=513").data()).isEmpty();
    assertThat(lab.get("/cluster/nextid?vmid=513").status()).isEqualTo(200);
  }

  @Test
  void showsNothingOfNameAndDescriptionBeforeTheFirstDriveIsDone() {
    var clock = TaskClock.manual(Instant.parse("2026-11-23T08:00:00Z"));
    try (var slow =
        new TestLab(PveOptions.forTests().withClock(clock).withTask(Duration.ofSeconds(2)))) {
      var started =
          slow.post(ON_LVM, Map.of("newid", 520, "name", "mine", "description", "marker"));
      await().until(() -> slow.get("/nodes/pve1/qemu/520/config").status() == 200);

      var early = slow.get("/nodes/pve1/qemu/520/config").data();
      clock.advance(Duration.ofMinutes(5));
      slow.ended(started);
      var late = slow.get("/nodes/pve1/qemu/520/config").data();

      assertThat(early.path("description").asText()).isEqualTo(" qmclone temporary file");
      assertThat(early.path("lock").asText()).isEqualTo("clone");
      assertThat(late.path("description").asText()).isEqualTo("marker");
      assertThat(late.path("name").asText()).isEqualTo("mine");
    }
  }
}
