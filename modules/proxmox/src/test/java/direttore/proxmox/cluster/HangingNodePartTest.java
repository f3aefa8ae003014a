package direttore.proxmox.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.cluster.Template;
import direttore.domain.node.Storage;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** One part of a node hangs; the rest of it is there. */
class HangingNodePartTest extends ProxmoxClusterFixture {
  HangingNodePartTest() {
    // On a busy machine, too, what does not hang is there by then.
    super(Duration.ofMillis(1500));
  }

  @Test
  void knowsStoragesFromTheSummaryWhenTheirNodeHangs() {
    script.on("GET /nodes/pve1/storage", hanging());

    var storages = cluster.storages(PVE1);

    assertThat(storages.trouble()).isEqualTo("pve1 is slow to list its storages");
    assertThat(storages.value()).extracting(Storage::name).containsExactly("local");
    assertThat(storages.value().getFirst().avail()).isEqualTo(600);
    assertThat(storages.value().getFirst().trouble()).isNotNull();
  }

  @Test
  void listsTheRestWhenOneStorageHangs() {
    script.on("GET /nodes/pve1/storage/local/content?content=iso", hanging());

    var templates = cluster.templates(PVE1);

    assertThat(templates.value())
        .extracting(Template::content)
        .doesNotContain(Template.Content.ISO);
    assertThat(templates.value()).hasSize(2);
    assertThat(templates.trouble()).contains("storage local does not answer: it is slow");
  }

  @Test
  void findsAnImageWithoutALookAtAnyOtherStorage() {
    script
        .on("GET /nodes/pve1/storage", hanging())
        .on("GET /nodes/pve1/storage/nfs/content", hanging());

    var storage = cluster.storage(PVE1, "local");
    var images = cluster.images(PVE1, Template.Content.ISO, "local:iso/debian.iso");

    assertThat(storage.value().orElseThrow().avail()).isEqualTo(600);
    assertThat(images.orElseThrow())
        .extracting(Template::volid)
        .containsExactly("local:iso/debian.iso");
    assertThat(asked())
        .containsExactly(
            "GET /cluster/resources", "GET /nodes/pve1/storage/local/content?content=iso");
  }

  @Test
  void doesNotCallAnImageMissingThatNobodyCouldLookFor() {
    script.on("GET /nodes/pve1/storage/local/content", hanging());
    script.on("GET /nodes/pve1/storage/local/content?content=vztmpl", hanging());

    assertThat(cluster.images(PVE1, Template.Content.VZTMPL, "local:vztmpl/alpine.tar.xz"))
        .isEmpty();
  }

  @Test
  void doesNotCallAStorageMissingThatNobodyCouldLookFor() {
    script.on("GET /nodes/pve1/storage", hanging());

    var unknown = cluster.storage(PVE1, "nfs");

    assertThat(unknown.value()).isEmpty();
    assertThat(unknown.stale()).isTrue();
  }

  @Test
  void listsArchivesOfStoragesThatTheSummaryKnowsWhileTheirNodeIsSlow() {
    script.on("GET /nodes/pve1/storage", hanging());

    var templates = cluster.templates(PVE1);

    assertThat(templates.value()).extracting(Template::volid).contains("local:iso/debian.iso");
    assertThat(templates.trouble()).isEqualTo("pve1 is slow to list its storages");
  }

  @Test
  void takesNoPrivilegeForMissingThatItCouldNotRead() {
    script.on("GET /access/permissions", hanging());

    assertThat(cluster.lacks("Sys.Modify")).isFalse();
  }

  @Test
  void aHangingNodeDoesNotHoldUpTheOthers() {
    script.on("GET /nodes/pve1/network", hanging()).on("GET /nodes/pve2/network", "[]");
    var asking = new FutureTask<>(() -> cluster.networks(PVE1));
    Thread.ofVirtual().start(asking);

    assertThat(cluster.networks(PVE2).stale()).isFalse();
    assertThat(asking.isDone()).isFalse();
  }
}
