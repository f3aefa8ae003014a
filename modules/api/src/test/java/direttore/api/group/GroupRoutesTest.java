package direttore.api.group;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.operation.Operation.State;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupRoutesTest {
  private static final String STOP_100 =
      """
      {"node":"pve1","type":"qemu","vmid":100,"action":"stop"}\
      """;

  private static final String MAKE =
      """
      {"node":"pve1","type":"lxc","action":"create","guest":{"hostname":"ct-%d","storage":"local-lvm",
       "template":"local:vztmpl/debian.tar.zst","password":"seven quiet lamps"}}\
      """;

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer order(String more, String... members) {
    return api.client()
        .post("/api/groups", "{%s\"members\":[%s]}".formatted(more, String.join(",", members)));
  }

  @Test
  void ordersMembersAndAnswersWithTheGroup() {
    var answer = order("\"title\":\"Stop one\",", STOP_100);

    assertThat(answer.status()).isEqualTo(202);
    var group = answer.json();
    assertThat(answer.header("Location")).isEqualTo("/api/groups/" + group.get("id").asText());
    assertThat(group.get("title").asText()).isEqualTo("Stop one");
    assertThat(group.get("status").asText()).isEqualTo("running");
    assertThat(group.at("/counts/queued").asInt()).isEqualTo(1);
    var operation = api.operations.only();
    assertThat(group.at("/members/0/operation").asText()).isEqualTo(operation.id().toString());
    var shown = api.client().get("/api/operations/" + operation.id()).json();
    assertThat(shown.get("group").asText()).isEqualTo(group.get("id").asText());
  }

  @Test
  void keepsAMemberThatIsRefusedWithItsReason() {
    var group =
        order(
                "",
                STOP_100,
                "{\"node\":\"pve1\",\"type\":\"qemu\",\"vmid\":299,\"action\":\"stop\"}",
                "{\"node\":\"pve1\",\"type\":\"qemu\",\"vmid\":777,\"action\":\"start\"}")
            .json();

    assertThat(group.at("/counts/refused").asInt()).isEqualTo(2);
    assertThat(group.at("/members/0/status").asText()).isEqualTo("queued");
    assertThat(group.at("/members/1/error/type").asText()).isEqualTo("wrong-state");
    assertThat(group.at("/members/1/error/message").asText()).contains("PROTECTED_VMIDS");
    assertThat(group.at("/members/2/error/type").asText()).isEqualTo("not-found");
    assertThat(group.at("/members/2/operation").isNull()).isTrue();
  }

  @Test
  void makesGuestsInWaves() {
    var group =
        order(
                "\"wave\":2,\"then\":\"start\",",
                MAKE.formatted(1),
                MAKE.formatted(2),
                MAKE.formatted(3))
            .json();

    assertThat(group.at("/counts/queued").asInt()).as(group.toString()).isEqualTo(2);
    assertThat(group.at("/counts/waiting").asInt()).isEqualTo(1);
    assertThat(group.at("/members/2/vmid").isNull()).isTrue();
    assertThat(group.at("/members/2/name").asText()).isEqualTo("ct-3");
    assertThat(group.toString()).doesNotContain("quiet lamps");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(errors(order("", STOP_100, STOP_100))).contains("members[1].vmid");
    assertThat(
            errors(order("", "{\"node\":\"pve1\",\"type\":\"vm\",\"vmid\":1,\"action\":\"fly\"}")))
        .contains("members[0].type", "members[0].vmid", "members[0].action");
    assertThat(errors(order("", MAKE.formatted(1).replace("\"storage\"", "\"store\""))))
        .contains("members[0].guest.storage", "members[0].guest.store");
    assertThat(errors(order("\"wave\":51,", STOP_100))).isEqualTo("wave");
    assertThat(errors(order("\"then\":\"stop\",", STOP_100))).isEqualTo("then");
    assertThat(errors(order("\"title\":\"\",", STOP_100))).isEqualTo("title");
    assertThat(errors(order(""))).isEqualTo("members");
    assertThat(errors(api.client().post("/api/groups", "{}"))).isEqualTo("members");
    assertThat(errors(order("", "7"))).isEqualTo("members[0]");
  }

  @Test
  void saysNothingUntrueBesideTheFieldThatIsWrong() {
    var noVmid = "{\"node\":\"pve1\",\"type\":\"qemu\",\"action\":\"stop\"}";

    assertThat(errors(order("", MAKE.formatted(1).replace("lxc", "vm"))))
        .isEqualTo("members[0].type");
    assertThat(order("", noVmid, noVmid).body()).doesNotContain("earlier member");
    assertThat(errors(order("", STOP_100.replace("stop\"", "shutdown\",\"timeout\":9999"))))
        .isEqualTo("members[0].timeout");
    assertThat(errors(order("\"then\":\"start\",", STOP_100.replace("stop", "delete"))))
        .isEqualTo("then");
  }

  @Test
  void keepsAGuestThatCannotBeMadeWithItsReason() {
    var vm =
        """
        {"node":"pve9","type":"qemu","action":"create",
         "guest":{"name":"web","storage":"local-lvm","disk":"8G"}}\
        """;

    var group = order("", STOP_100, MAKE.formatted(1).replace("pve1", "pve9"), vm).json();

    assertThat(group.at("/counts/refused").asInt()).as(group.toString()).isEqualTo(2);
    assertThat(group.at("/members/0/status").asText()).isEqualTo("queued");
    assertThat(group.at("/members/1/error/message").asText()).isEqualTo("there is no node pve9");
    assertThat(group.at("/members/2/error/type").asText()).isEqualTo("not-found");
    assertThat(group.at("/members/2/name").asText()).isEqualTo("web");
  }

  private static String errors(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    return answer.json().get("errors").findValuesAsText("field").stream()
        .distinct()
        .collect(Collectors.joining(" "));
  }

  @Test
  void takesTwoHundredMembersAndNoMore() {
    var many =
        IntStream.range(0, 201)
            .mapToObj(i -> STOP_100.replace("100", Integer.toString(5000 + i)))
            .toArray(String[]::new);

    assertThat(errors(order("", many))).isEqualTo("members");
    many[200] = many[199];
    assertThat(errors(order("", many))).isEqualTo("members");
  }

  @Test
  void findsTheGroupOfTheSameRequestAgain() {
    var body = "{\"members\":[%s]}".formatted(STOP_100);
    var first = api.client().post("/api/groups", body, "Idempotency-Key", "k");

    var again = api.client().post("/api/groups", body, "Idempotency-Key", "k");
    var other =
        api.client().post("/api/groups", body.replace("stop", "reboot"), "Idempotency-Key", "k");

    assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
    assertThat(api.operations.count()).isEqualTo(1);
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void cancelsWhatIsLeftOnce() {
    var id = order("\"wave\":1,", STOP_100, STOP_100.replace("100", "101")).json().get("id");
    var path = "/api/groups/" + id.asText();

    var cancelled = api.client().post(path + "/cancel", "{}");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.json().get("status").asText()).isIn("cancelled", "cancelling");
    assertThat(api.operations.count()).isEqualTo(1);
    api.operations.change(api.operations.only().id(), o -> o.cancelled(null, FakeOperations.NOW));
    assertThat(api.operations.only().state()).isEqualTo(State.CANCELLED);
    assertThat(api.client().post(path + "/cancel", "{}").status()).isEqualTo(200);
  }

  @Test
  void goesOnAtOnceWhereOneOfItsQueuedOperationsIsCancelled() {
    order("\"wave\":1,", STOP_100, STOP_100.replace("100", "101"));
    var first = api.operations.only();

    var answer = api.client().post("/api/operations/%s/cancel".formatted(first.id()), "{}");

    assertThat(answer.json().get("status").asText()).isEqualTo("cancelled");
    assertThat(api.operations.count()).isEqualTo(2);
  }

  @Test
  void refusesToCancelWhatHasEnded() {
    var id = order("", STOP_100.replace("100", "299")).json().get("id").asText();

    var answer = api.client().post("/api/groups/%s/cancel".formatted(id), "{}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("type").asText()).endsWith("wrong-state");
  }

  @Test
  void listsGroupsWithoutTheirMembers() {
    order("", STOP_100);
    order("", STOP_100.replace("100", "299"));

    var all = api.client().get("/api/groups").json();
    var active = api.client().get("/api/groups?active=true&requested_by=anonymous").json();

    assertThat(all.get("groups")).hasSize(2);
    assertThat(all.at("/groups/0/members").isMissingNode()).isTrue();
    assertThat(active.get("groups")).hasSize(1);
    assertThat(api.client().get("/api/groups/7").status()).isEqualTo(404);
  }
}
