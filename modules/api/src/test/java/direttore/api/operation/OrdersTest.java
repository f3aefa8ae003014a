package direttore.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.guest.GuestKind;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Handle;
import direttore.domain.operation.Operation.Failure;
import direttore.domain.task.Upid;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OrdersTest {
  private static final Upid TASK =
      new Upid("UPID:pve1:0000C3D4:0012D687:68E0A1B2:qmstop:100:root@pam!direttore:");
  private static final String STOP = "/api/proxmox/nodes/pve1/vms/100/stop";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private void track(UUID id) {
    api.operations.change(
        id,
        o ->
            o.begun(GuestStep.STOP.wire(), FakeOperations.NOW)
                .tracked(GuestStep.STOP.wire(), new Handle.Task(TASK)));
  }

  private Answer order(String... headers) {
    return api.client().post(STOP, "{}", headers);
  }

  @Test
  void waitsForTheTaskOfProxmox() {
    api.worker = this::track;

    var answer = order("Prefer", "wait=30");

    assertThat(answer.json().get("upid").asText()).isEqualTo(TASK.value());
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
  }

  @Test
  void waitsTwoSecondsUnlessToldOtherwise() {
    var began = System.nanoTime();

    var answer = order();

    assertThat(answer.json().get("upid").isNull()).isTrue();
    assertThat(System.nanoTime() - began).isBetween(1_900_000_000L, 15_000_000_000L);
    assertThat(answer.headers().map()).doesNotContainKey("preference-applied");
  }

  @Test
  void answersAFailureWithinTheWaitAsTheOperationsOwn() {
    api.worker =
        id ->
            api.operations.change(
                id, o -> o.failed(new Failure("task-failed", "no such bus"), FakeOperations.NOW));

    var answer = order("Prefer", "wait=30");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().get("status").asText()).isEqualTo("failed");
    assertThat(answer.json().at("/error/message").asText()).isEqualTo("no such bus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=0|wait=0",
        "respond-async, wait=1|wait=1",
        "WAIT = \"0\"; x|wait=0",
      })
  void understandsThePreference(String prefer, String applied) {
    assertThat(order("Prefer", prefer).header("Preference-Applied")).isEqualTo(applied);
  }

  @Test
  void grantsThirtySecondsAtMost() {
    api.worker = this::track;

    assertThat(order("Prefer", "wait=3600").header("Preference-Applied")).isEqualTo("wait=30");
  }

  @Test
  void answersARepetitionWithTheSameOperation() {
    var first = order("Idempotency-Key", "k1", "Prefer", "wait=0");
    var second = api.client().post(STOP, " { } ", "Idempotency-Key", "k1", "Prefer", "wait=0");

    assertThat(second.json().get("operation")).isEqualTo(first.json().get("operation"));
    assertThat(api.operations.count()).isEqualTo(1);
  }

  @Test
  void answersARepetitionThoughTheGuestIsThereByNow() {
    var body = "{\"vmid\":1042,\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}";
    var sorted = "{\"disk\":\"8G\",\"name\":\"vm\",\"storage\":\"local-lvm\",\"vmid\":1042}";
    var path = "/api/proxmox/nodes/pve1/vms";
    var first = api.client().post(path, body, "Idempotency-Key", "k", "Prefer", "wait=0");
    api.operations.change(api.operations.only().id(), o -> o.succeeded(FakeOperations.NOW));
    api.cluster.add(GuestKind.QEMU, 1042, "vm", false, false, Map.of());

    var again = api.client().post(path, sorted, "Idempotency-Key", "k");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().get("operation")).isEqualTo(first.json().get("operation"));
    assertThat(again.json().get("status").asText()).isEqualTo("succeeded");
  }

  @Test
  void refusesAKeyThatCameWithAnotherRequest() {
    order("Idempotency-Key", "k1", "Prefer", "wait=0");

    var other =
        api.client().post("/api/proxmox/nodes/pve1/vms/101/stop", "{}", "Idempotency-Key", "k1");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(other.field()).isEqualTo("Idempotency-Key");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256})
  void refusesAKeyThatIsTooShortOrLong(int length) {
    assertThat(order("Idempotency-Key", "k".repeat(length)).field()).isEqualTo("Idempotency-Key");
  }

  @Test
  void takesTheLongestKey() {
    assertThat(order("Idempotency-Key", "k".repeat(255), "Prefer", "wait=0").status())
        .isEqualTo(202);
  }
}
