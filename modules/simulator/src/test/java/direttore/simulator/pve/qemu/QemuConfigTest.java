package direttore.simulator.pve.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.simulator.pve.TestLab;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QemuConfigTest {
  private static final String VM = "/nodes/pve1/qemu/150";
  private TestLab lab;

  @BeforeEach
  void start() {
    lab = new TestLab();
    lab.ended(
        lab.post(
            "/nodes/pve1/qemu",
            Map.of(
                "vmid", 150, "scsi0", "local-lvm:4", "net0", "virtio,bridge=vmbr0", "name", "a")));
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void changesAStoppedMachineAtOnce() {
    var reply = lab.put(VM + "/config", Map.of("cores", 2, "description", "multi\nline"));

    assertThat(reply.data().isNull()).isTrue();
    assertThat(config().path("cores").asInt()).isEqualTo(2);
    assertThat(config().path("description").asText()).isEqualTo("multi\nline");
  }

  @Test
  void refusesAnOldDigest() {
    var digest = config().path("digest").asText();
    lab.put(VM + "/config", Map.of("cores", 2, "digest", digest));

    var again = lab.put(VM + "/config", Map.of("cores", 3, "digest", digest));

    assertThat(again.status()).isEqualTo(500);
    assertThat(again.message()).isEqualTo("checksum mismatch (file change by other user?)");
  }

  @Test
  void changesInATaskWhenPosted() {
    var ended = lab.ended(lab.post(VM + "/config", Map.of("memory", 192)));

    assertThat(ended.upid()).contains(":qmconfig:150:");
    assertThat(ended.log()).startsWith("update VM 150: -memory 192");
  }

  @Test
  void keepsWhatARunningMachineCannotTakeAsPending() {
    lab.ended(lab.post(VM + "/status/start", Map.of()));

    lab.put(VM + "/config", Map.of("cores", 4, "name", "b"));

    var pending = lab.get(VM + "/pending").data();
    assertThat(entry(pending, "cores").path("pending").asInt()).isEqualTo(4);
    assertThat(entry(pending, "name").path("value").asText()).isEqualTo("b");
    assertThat(lab.get(VM + "/config?current=1").data().has("cores")).isFalse();
    assertThat(config().path("cores").asInt()).isEqualTo(4);
  }

  @Test
  void appliesWhatIsPendingAtTheNextStart() {
    lab.ended(lab.post(VM + "/status/start", Map.of()));
    lab.put(VM + "/config", Map.of("cores", 4));

    lab.ended(lab.post(VM + "/status/stop", Map.of()));
    lab.ended(lab.post(VM + "/status/start", Map.of()));

    assertThat(lab.get(VM + "/config?current=1").data().path("cores").asInt()).isEqualTo(4);
  }

  @Test
  void keepsADetachedDiskAsUnusedAndFreesItWhenThatIsDeleted() {
    lab.put(VM + "/config", Map.of("delete", "scsi0"));
    assertThat(config().path("unused0").asText()).isEqualTo("local-lvm:vm-150-disk-0");

    lab.put(VM + "/config", Map.of("delete", "unused0"));

    assertThat(lab.get("/nodes/pve1/storage/local-lvm/content?vmid=150").data()).isEmpty();
  }

  @Test
  void makesADiskThatIsAdded() {
    lab.put(VM + "/config", Map.of("scsi1", "nfs:2,format=qcow2"));

    assertThat(config().path("scsi1").asText()).isEqualTo("nfs:150/vm-150-disk-0.qcow2,size=2G");
  }

  @Test
  void hidesTheCloudInitPassword() {
    lab.put(VM + "/config", Map.of("ide2", "local-lvm:cloudinit", "cipassword", "secret"));

    assertThat(config().path("cipassword").asText()).isEqualTo("**********");
    assertThat(config().path("ide2").asText()).isEqualTo("local-lvm:vm-150-cloudinit,media=cdrom");
  }

  @Test
  void growsADiskButNeverShrinksIt() {
    var grown = lab.ended(lab.put(VM + "/resize", Map.of("disk", "scsi0", "size", "+1G")));
    var shrunk = lab.ended(lab.put(VM + "/resize", Map.of("disk", "scsi0", "size", "1G")));

    assertThat(grown.status()).isEqualTo("OK");
    assertThat(config().path("scsi0").asText()).endsWith("size=5G");
    assertThat(shrunk.status()).isEqualTo("shrinking disks is not supported");
  }

  @Test
  void takesListsRestoresAndDeletesSnapshots() {
    lab.ended(lab.post(VM + "/snapshot", Map.of("snapname", "s1", "description", "first")));
    lab.put(VM + "/config", Map.of("cores", 8));

    lab.ended(lab.post(VM + "/snapshot/s1/rollback", Map.of()));

    assertThat(config().has("cores")).isFalse();
    var list = lab.get(VM + "/snapshot").data();
    assertThat(list.get(0).path("name").asText()).isEqualTo("s1");
    assertThat(list.get(1).path("name").asText()).isEqualTo("current");
    assertThat(list.get(1).path("parent").asText()).isEqualTo("s1");
    assertThat(lab.ended(lab.delete(VM + "/snapshot/s1")).status()).isEqualTo("OK");
    assertThat(lab.get(VM + "/snapshot").data()).hasSize(1);
  }

  @Test
  void refusesSnapshotsByNameAndByStorage() {
    lab.ended(lab.post(VM + "/snapshot", Map.of("snapname", "s1")));

    assertThat(lab.ended(lab.post(VM + "/snapshot", Map.of("snapname", "s1"))).status())
        .isEqualTo("snapshot name 's1' already used");
    assertThat(lab.post(VM + "/snapshot", Map.of("snapname", "current")).message())
        .isEqualTo("unable to use snapshot name 'current' (reserved name)");
    lab.put(VM + "/config", Map.of("scsi1", "nfs:1"));
    assertThat(lab.ended(lab.post(VM + "/snapshot", Map.of("snapname", "s2"))).status())
        .isEqualTo("snapshot feature is not available");
  }

  @Test
  void becomesATemplateThatNeverStarts() {
    lab.ended(lab.post(VM + "/template", Map.of()));

    assertThat(config().path("scsi0").asText()).startsWith("local-lvm:base-150-disk-0");
    assertThat(lab.ended(lab.post(VM + "/status/start", Map.of())).status())
        .isEqualTo("you can't start a vm if it's a template");
  }

  private JsonNode config() {
    return lab.get(VM + "/config").data();
  }

  private static JsonNode entry(JsonNode list, String key) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(e -> e.path("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
