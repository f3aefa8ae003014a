package direttore.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.api.TestClient;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.Marker;
import direttore.domain.guestorder.GuestStep;
import direttore.domain.operation.Operation.Failure;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryRoutesTest {
  private static final String CONTAINER =
      """
      {%s"hostname":"box","storage":"local-lvm","template":"local:vztmpl/debian.tar.zst",
       "password":"changeme"}
      """;

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private UUID failed(String path, String body) {
    var answer = api.client().post("/api/proxmox/nodes/pve1/" + path, body, "Prefer", "wait=0");
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    var id = UUID.fromString(answer.json().get("operation").asText());
    api.operations.change(id, o -> o.failed(new Failure("task-failed", "no"), FakeOperations.NOW));
    return id;
  }

  private TestClient.Answer retry(UUID id, String body) {
    return api.client().post("/api/operations/" + id + "/retry", body, "Prefer", "wait=0");
  }

  @Test
  void ordersTheSameAgain() {
    var id = failed("vms/100/stop", "{}");

    var again = retry(id, "{}");

    assertThat(again.status()).isEqualTo(202);
    var operation = again.json().get("operation").asText();
    assertThat(operation).isNotEqualTo(id.toString());
    var shown = api.client().get("/api/operations/" + operation).json();
    assertThat(shown.get("retry_of").asText()).isEqualTo(id.toString());
    assertThat(shown.get("kind").asText()).isEqualTo("stop");
  }

  @Test
  void asksForTheSecretsThatWereForgotten() {
    var id = failed("lxc", CONTAINER.formatted(""));
    assertThat(api.client().get("/api/operations/" + id).json().get("secrets").get(0).asText())
        .isEqualTo("password");

    var without = retry(id, "{}");
    var with = retry(id, "{\"password\":\"another\"}");

    assertThat(without.status()).isEqualTo(400);
    assertThat(without.field()).isEqualTo("password");
    assertThat(with.status()).isEqualTo(202);
  }

  @Test
  void doesNotRepeatWhatHasNotFailed() {
    var answer =
        api.client().post("/api/proxmox/nodes/pve1/vms/100/stop", "{}", "Prefer", "wait=0");
    var id = UUID.fromString(answer.json().get("operation").asText());

    assertThat(retry(id, "{}").problem()).isEqualTo("wrong-state");
    assertThat(retry(UUID.randomUUID(), "{}").status()).isEqualTo(404);
  }

  @Test
  void refusesSecretsThatDidNotComeWithTheOrder() {
    var id = failed("vms/100/stop", "{}");

    assertThat(retry(id, "{\"password\":\"another\"}").field()).isEqualTo("password");
  }

  private void leave(UUID id, int vmid) {
    var note = Map.<String, Object>of("description", new Marker(id).in("a note"));
    api.cluster.add(GuestKind.LXC, vmid, "box", false, false, note);
    api.cluster.publish();
  }

  private UUID failedToStart() {
    var id = failed("lxc", CONTAINER.formatted("\"start_after_create\":true,"));
    api.operations.change(
        id,
        o ->
            o.done(GuestStep.CREATE.wire(), FakeOperations.NOW)
                .failed(new Failure("task-failed", "no bridge"), FakeOperations.NOW));
    return id;
  }

  @Test
  void goesOnInTheGuestThatWasMade() {
    var id = failedToStart();
    leave(id, 1000);

    var again = retry(id, "{}");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().get("vmid").asInt()).isEqualTo(1000);
    assertThat(again.json().get("upid").isNull()).isTrue();
    var shown = api.client().get(again.header("Location")).json();
    assertThat(shown.get("steps").findValuesAsText("state")).containsExactly("done", "pending");
    assertThat(shown.get("secrets").get(0).asText()).isEqualTo("password");
  }

  @Test
  void goesOnInTheGuestThatTheOperationBeforeTheLastMade() {
    var first = failedToStart();
    leave(first, 1000);
    var second = UUID.fromString(retry(first, "{}").json().get("operation").asText());
    api.operations.change(
        second, o -> o.failed(new Failure("task-failed", "again"), FakeOperations.NOW));

    var third = retry(second, "{}");

    assertThat(third.json().get("vmid").asInt()).isEqualTo(1000);
  }

  @Test
  void beginsAgainWhenTheGuestThatWasMadeIsGone() {
    var id = failedToStart();

    assertThat(retry(id, "{}").field()).isEqualTo("password");
    var again = retry(id, "{\"password\":\"another\"}");
    var shown = api.client().get(again.header("Location")).json();
    assertThat(shown.get("steps").findValuesAsText("state")).containsExactly("pending", "pending");
  }

  @Test
  void saysWhatToDoAboutAGuestThatIsHalfMade() {
    var id = failed("lxc", CONTAINER.formatted("\"vmid\":1500,"));
    leave(id, 1500);

    var answer = retry(id, "{\"password\":\"another\"}");

    assertThat(answer.problem()).isEqualTo("vmid-in-use");
    assertThat(answer.detail()).contains("partly created").contains("delete that guest");
  }

  @Test
  void takesNoGuestOfAnyoneElseForItsOwn() {
    var id = failedToStart();
    leave(UUID.randomUUID(), 1000);

    var again = retry(id, "{\"password\":\"another\"}");

    assertThat(again.json().get("vmid").asInt()).isEqualTo(1001);
  }

  @Test
  void checksAnOrderWithoutTakingIt() {
    var good = api.client().post("/api/proxmox/nodes/pve1/lxc?check=true", CONTAINER.formatted(""));
    var bad =
        api.client()
            .post("/api/proxmox/nodes/pve1/lxc?check=true", CONTAINER.formatted("\"vmid\":100,"));

    assertThat(good.status()).isEqualTo(200);
    assertThat(good.json().get("valid").asBoolean()).isTrue();
    assertThat(good.json().get("vmid").isNull()).isTrue();
    assertThat(bad.field()).isEqualTo("vmid");
    assertThat(api.operations.count()).isZero();
  }
}
