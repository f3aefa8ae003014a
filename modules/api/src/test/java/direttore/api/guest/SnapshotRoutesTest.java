package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeCluster;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.SnapshotName;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotRoutesTest {
  private static final String VM = "/api/proxmox/nodes/pve1/vms/100";
  private static final String SNAPSHOTS = VM + "/snapshots";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void listsSnapshotsAndWhetherThereMayBeMore() {
    var answer = api.client().get(SNAPSHOTS).json();

    assertThat(answer.get("possible").asBoolean()).isTrue();
    assertThat(answer.get("current_parent").asText()).isEqualTo("before");
    assertThat(answer.get("snapshots").get(0).get("description").asText()).isEqualTo("as it was");
  }

  @Test
  void ordersASnapshot() {
    var answer =
        api.client().post(SNAPSHOTS, "{\"name\":\"later\",\"description\":\"x\",\"ram\":true}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("kind").asText()).isEqualTo("snapshot");
    assertThat(GuestOrder.action(api.operations.only()))
        .isEqualTo(new GuestAction.TakeSnapshot(new SnapshotName("later"), "x", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100|{}|400|name",
        "100|{\"name\":\"1st\"}|400|name",
        "100|{\"name\":\"current\"}|400|name",
        "100|{\"name\":\"ok\",\"colour\":1}|400|colour",
        "100|{\"name\":\"before\"}|409|name",
        "101|{\"name\":\"later\",\"ram\":true}|422|ram",
      })
  void refusesWhatCannotBe(int vmid, String body, int status, String field) {
    var answer =
        api.client().post("/api/proxmox/nodes/pve1/vms/%d/snapshots".formatted(vmid), body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.field()).isEqualTo(field);
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void saysWhyThereCanBeNone() {
    api.cluster.obstacle = "A template has no snapshots.";

    assertThat(api.client().get(SNAPSHOTS).json().get("reason").asText())
        .isEqualTo("A template has no snapshots.");
    assertThat(api.client().post(SNAPSHOTS, "{\"name\":\"later\"}").detail())
        .isEqualTo("A template has no snapshots.");
  }

  @Test
  void ordersARollback() {
    var answer = api.client().post(SNAPSHOTS + "/before/rollback", "{\"start\":true}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(GuestOrder.action(api.operations.only()))
        .isEqualTo(new GuestAction.RollBack(new SnapshotName("before"), true));
    assertThat(api.operations.only().steps()).hasSize(2);
  }

  @Test
  void ordersTheDeletionOfASnapshot() {
    var answer = api.client().send("DELETE", SNAPSHOTS + "/before", null);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("kind").asText()).isEqualTo("delete-snapshot");
  }

  @ParameterizedTest
  @CsvSource({"DELETE, other", "DELETE, 1st", "POST, other"})
  void doesNotFindOtherSnapshots(String method, String name) {
    var answer =
        method.equals("POST")
            ? api.client().post(SNAPSHOTS + "/" + name + "/rollback", "{}")
            : api.client().send(method, SNAPSHOTS + "/" + name, null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(api.operations.count()).isZero();
  }

  private void lock(@Nullable String lock) {
    var vm = new GuestRef(GuestKind.QEMU, FakeCluster.PVE1, new VmId(100));
    api.cluster.details.computeIfPresent(
        vm,
        (ref, d) ->
            new GuestDetail(
                ref,
                d.config(),
                d.status(),
                d.disks(),
                List.of(),
                d.running(),
                d.template(),
                lock,
                false));
  }

  @Test
  void anOrderForALockedGuestWaits() {
    lock("backup");

    assertThat(api.client().post(SNAPSHOTS, "{\"name\":\"later\"}").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, '', '{\"name\":\"later\",\"wait_for_lock\":false}'",
    "POST, /before/rollback, '{\"wait_for_lock\":false}'",
    "DELETE, /before?wait_for_lock=false,",
  })
  void anOrderThatIsNotToWaitIsRefusedWhileTheGuestIsLocked(
      String method, String path, @Nullable String body) {
    lock("backup");
    Supplier<Answer> order =
        () ->
            body == null
                ? api.client().send(method, SNAPSHOTS + path, null)
                : api.client().post(SNAPSHOTS + path, body);

    var refused = order.get();

    assertThat(refused.problem()).isEqualTo("locked");
    lock(null);
    assertThat(order.get().status()).isEqualTo(202);
    assertThat(GuestOrder.of(api.operations.only()).terms().waitsForLock()).isFalse();
  }

  @Test
  void namesTheOperationThatHasTheGuestRatherThanItsLock() {
    var first = api.client().post(SNAPSHOTS, "{\"name\":\"later\"}", "Prefer", "wait=0");
    lock("snapshot");

    var second = api.client().post(SNAPSHOTS, "{\"name\":\"latest\"}");

    assertThat(second.problem()).isEqualTo("guest-busy");
    assertThat(second.json().get("operation")).isEqualTo(first.json().get("operation"));
  }

  @Test
  void rollsBackToAWholeSnapshotOnly() {
    api.cluster.unfinished = "delete";

    assertThat(api.client().post(SNAPSHOTS + "/before/rollback", "{}").detail())
        .contains("is not whole (delete)");
  }

  @Test
  void neverRollsAProtectedGuestBack() {
    api.cluster.addProtected();

    var path = "/api/proxmox/nodes/pve1/vms/299/snapshots/before/rollback";
    assertThat(api.client().post(path, "{}").detail()).contains("PROTECTED_VMIDS");
  }

  @Test
  void tellsWhatGoesWithADeletion() {
    var removal = api.client().get(VM + "/removal").json();

    assertThat(removal.get("running").asBoolean()).isTrue();
    assertThat(removal.get("protected").asBoolean()).isFalse();
    assertThat(removal.get("disks")).hasSize(1);
    assertThat(removal.get("snapshots").get(0).asText()).isEqualTo("before");
    assertThat(removal.get("backup_jobs").get(0).asText()).isEqualTo("nightly");
    assertThat(removal.get("unread").get(0).asText()).isEqualTo("replication_jobs");
  }
}
