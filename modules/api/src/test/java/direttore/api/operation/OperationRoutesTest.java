package direttore.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestLeft;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationRoutesTest {
  private static final Upid TASK =
      new Upid("UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstop:100:root@pam!direttore:");

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private UUID order(String path) {
    var answer = api.client().post("/api/proxmox/nodes/pve1/" + path, "{}", "Prefer", "wait=0");
    return UUID.fromString(answer.json().get("operation").asText());
  }

  @Test
  void showsStepsLogAndProgress() {
    var id = order("vms/100/stop");
    api.operations.change(
        id,
        o ->
            o.begun(GuestStep.STOP.wire(), FakeOperations.NOW)
                .tracked(GuestStep.STOP.wire(), new Handle.Task(TASK))
                .seen(0.25, List.of("stopping"))
                .waitingFor("locked by backup", Instant.EPOCH, null));

    var shown = api.client().get("/api/operations/" + id).json();

    assertThat(shown.at("/steps/0/state").asText()).isEqualTo("running");
    assertThat(shown.at("/steps/0/started").asText()).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(shown.get("upid").asText()).isEqualTo(TASK.value());
    assertThat(shown.get("log").get(0).asText()).isEqualTo("stopping");
    assertThat(shown.get("progress").asDouble()).isEqualTo(0.25);
    assertThat(shown.get("waiting").asText()).isEqualTo("locked by backup");
  }

  @Test
  void saysSinceWhenItsWorkerIsSilent() {
    var id = order("vms/100/stop");
    var path = "/api/operations/" + id;
    assertThat(api.client().get(path).json().get("worker_silent_since").isNull()).isTrue();

    api.operations.change(id, o -> o.withWorkerSilentSince(FakeOperations.NOW));

    assertThat(api.client().get(path).json().get("worker_silent_since").asText())
        .isEqualTo("2026-03-01T09:00:00Z");
    assertThat(
            api.client()
                .get("/api/operations")
                .json()
                .at("/operations/0/worker_silent_since")
                .asText())
        .isEqualTo("2026-03-01T09:00:00Z");
  }

  @Test
  void notesThatSomeoneLooksAtAnActiveOperation() {
    var id = order("vms/100/stop");
    api.client().get("/api/operations/" + id);

    assertThat(api.operations.watched()).containsExactly(id);
  }

  @Test
  void fetchesTheLogThatNobodyWatched() {
    var id = order("vms/100/stop");
    api.cluster.logs.put(TASK, List.of("one", "TASK OK"));
    api.operations.change(
        id,
        o ->
            o.tracked(GuestStep.STOP.wire(), new Handle.Task(TASK))
                .done(GuestStep.STOP.wire(), FakeOperations.NOW)
                .succeeded(FakeOperations.NOW));

    var shown = api.client().get("/api/operations/" + id).json();

    assertThat(shown.get("log")).hasSize(2);
    assertThat(api.operations.watched()).isEmpty();
  }

  @Test
  void saysWhyAnOperationFailedAndWhatItWarnedOf() {
    var id = order("vms/100/stop");
    api.operations.change(
        id,
        o ->
            o.warned(List.of("disk is slow"))
                .failed(new Failure("task-failed", "got timeout"), FakeOperations.NOW));

    var shown = api.client().get("/api/operations/" + id).json();

    assertThat(shown.at("/error/type").asText()).isEqualTo("task-failed");
    assertThat(shown.at("/warnings/0").asText()).isEqualTo("disk is slow");
  }

  @Test
  void tellsWhichGuestAnOperationLeftBehind() {
    var id = order("vms/100/stop");
    var guest = new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(100));
    var left = new GuestLeft(guest, GuestLeft.State.RUNNING, null);
    api.operations.change(
        id, o -> o.cancelled(new Failure("cancelled", "it runs", left), FakeOperations.NOW));

    var shown = api.client().get("/api/operations/" + id).json();

    assertThat(shown.at("/error/left").toString())
        .isEqualTo(
            "{\"type\":\"qemu\",\"node\":\"pve1\",\"vmid\":100,\"state\":\"running\",\"lock\":null}");
  }

  @Test
  void anOperationThatTakesBackWhatItDidHasNotFailedYet() {
    var id = order("vms/100/stop");
    api.operations.change(id, o -> o.ending(new Failure("cancelled", "")));

    var shown = api.client().get("/api/operations/" + id).json();

    assertThat(shown.at("/error").isNull()).isTrue();
  }

  @Test
  void listsNewestFirstPageByPage() {
    var ids = List.of(order("vms/100/stop"), order("vms/101/start"), order("lxc/200/stop"));

    var first = api.client().get("/api/operations?limit=2").json();
    var second = api.client().get("/api/operations?limit=2&after=" + first.get("next").asText());

    assertThat(first.get("operations").get(0).get("id").asText())
        .isEqualTo(ids.getLast().toString());
    assertThat(first.get("operations")).hasSize(2);
    assertThat(second.json().get("operations")).hasSize(1);
    assertThat(second.json().get("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "status=queued, 2",
    "state=queued, 2",
    "'status=queued,cancelled', 3",
    "status=queued&status=cancelled, 3",
    "status=failed, 0",
    "kind=start, 1",
    "vmid=200, 1",
    "node=pve1, 3",
    "node=pve2, 0",
    "requested_by=anonymous, 3",
    "requested_by=ada, 0",
  })
  void filters(String query, int found) {
    order("vms/101/start");
    order("lxc/200/stop");
    api.operations.cancel(order("vms/100/stop"));

    assertThat(api.client().get("/api/operations?" + query).json().get("operations"))
        .hasSize(found);
  }

  @ParameterizedTest
  @CsvSource({
    "status=done, status",
    "limit=0, limit",
    "limit=many, limit",
    "vmid=1, vmid",
    "kind=boil, kind"
  })
  void refusesFiltersThatMeanNothing(String query, String field) {
    var answer = api.client().get("/api/operations?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.field()).isEqualTo(field);
  }

  @Test
  void cancelsAQueuedOperationOnceAndForAll() {
    var path = "/api/operations/" + order("vms/100/stop") + "/cancel";

    assertThat(api.client().post(path, "{}").json().get("status").asText()).isEqualTo("cancelled");
    assertThat(api.client().send("POST", path, null).status()).isEqualTo(200);
  }

  @Test
  void doesNotCancelWhatHasEnded() {
    var id = order("vms/100/stop");
    api.operations.change(id, o -> o.succeeded(FakeOperations.NOW));

    var answer = api.client().post("/api/operations/" + id + "/cancel", "{}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.detail()).contains("succeeded already");
  }

  @Test
  void doesNotFindOperationsThatNobodyKnows() {
    assertThat(api.client().get("/api/operations/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(api.client().get("/api/operations/1-1-1-1-1").status()).isEqualTo(404);
    assertThat(api.client().post("/api/operations/x/cancel", "{}").status()).isEqualTo(404);
  }
}
