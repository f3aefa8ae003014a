package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import direttore.api.FakeAccess;
import direttore.api.FakeOperations;
import direttore.api.TestClient.Answer;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Role;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit keeps, and what it does not. */
class AuditTest extends AccessFixture {
  private static final String VM = "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}";

  private Answer order(String path, String body) {
    return api.client().post(path, body, "Authorization", token(ana, Role.USER));
  }

  @Test
  void theAuditMasksSecrets() {
    signIn("ana", "a wrong password canary");
    post(
        "/api/me/password",
        "{\"current\":\"canary-one\",\"password\":\"canary two is long\"}",
        api.access.session(ana));

    var kept = api.access.audit.toString();

    assertThat(kept).contains("person/ana").doesNotContain("canary");
    assertThat(api.access.audit).anyMatch(e -> e.outcome() == Outcome.REFUSED);
    assertThat(api.access.audit.stream().map(AuditEntry::address)).containsOnly("127.0.0.1");
  }

  @Test
  void theAuditHasWhatWasAnswered() {
    var session = api.access.session(root);

    for (var i = 1; i <= 200; i++) {
      post("/api/owners/100", "{\"owner\":\"ana\"}", session);

      assertThat(audited("guest.hand-over")).hasSize(i);
    }
  }

  @Test
  void theAuditIsReadAndSaved() {
    signIn("ana", FakeAccess.PASSWORD);
    signIn("ana", "not this one, no");
    var session = api.access.session(root);

    var refused = get("/api/audit?action=sign-in&outcome=refused", session).json();
    var saved = get("/api/audit.jsonl?action=sign-in", session);

    assertThat(refused.path("entries")).hasSize(1);
    assertThat(refused.path("entries").get(0).path("detail").asText())
        .isEqualTo("the name or the password is wrong");
    assertThat(saved.body().lines()).hasSize(2);
    assertThat(get("/api/audit?outcome=maybe", session).field()).isEqualTo("outcome");
    assertThat(get("/api/audit?limit=0", session).field()).isEqualTo("limit");
    assertThat(get("/api/audit?after=x", session).field()).isEqualTo("after");
  }

  @Test
  void strangersDoNotFillTheAudit() {
    api.client()
        .send("POST", "/api/people", "{}".getBytes(UTF_8), "Content-Type", "application/json");

    assertThat(api.access.audit).isEmpty();
  }

  @Test
  void anOrderThatIsOnlyCheckedIsNotKept() {
    var checked = order("/api/proxmox/nodes/pve1/vms?check=true", VM);
    var refused = order("/api/proxmox/nodes/pve1/vms?check=true", "{\"name\":\"vm\"}");
    var nowhere = order("/api/proxmox/nodes/pve9/lxc?check=true", "{}");

    assertThat(checked.status()).isEqualTo(200);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(api.access.audit).isEmpty();
  }

  @Test
  void anOrderIsKept() {
    order("/api/proxmox/nodes/pve1/vms", VM);
    order("/api/proxmox/nodes/pve1/vms", "{\"name\":\"vm\"}");

    assertThat(api.access.audit.stream().map(AuditEntry::action))
        .containsExactly("guest.create-vm", "guest.create");
  }

  private static final String GUEST = "/api/proxmox/nodes/pve1/vms/100";

  /** Every kind of order, as a request of an operator's. */
  private static Stream<Arguments> orders() {
    var container =
        """
        {"hostname":"ct","template":"local:vztmpl/debian.tar.zst","storage":"local-lvm",
         "disk_size":4,"password":"canary"}
        """;
    return Stream.of(
        arguments("guest.create-vm", "POST", "/api/proxmox/nodes/pve1/vms", VM),
        arguments("guest.create-lxc", "POST", "/api/proxmox/nodes/pve1/lxc", container),
        arguments("guest.start", "POST", GUEST + "/start", "{}"),
        arguments("guest.shutdown", "POST", GUEST + "/shutdown", "{}"),
        arguments("guest.reboot", "POST", GUEST + "/reboot", "{}"),
        arguments("guest.stop", "POST", GUEST + "/stop", "{}"),
        arguments("guest.delete", "POST", GUEST + "/delete", "{\"force\":true}"),
        arguments("guest.snapshot", "POST", GUEST + "/snapshots", "{\"name\":\"s1\"}"),
        arguments("guest.rollback", "POST", GUEST + "/snapshots/before/rollback", "{}"),
        arguments("guest.delete-snapshot", "DELETE", GUEST + "/snapshots/before", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void theEntryOfAnOrderNamesItsOperation(
      String action, String method, String path, @Nullable String body) {
    var answer =
        api.client()
            .send(
                method,
                path,
                body == null ? null : body.getBytes(UTF_8),
                "Content-Type",
                "application/json",
                "Prefer",
                "wait=0",
                "Authorization",
                token(root, Role.ADMIN));

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    var entry = api.access.audit.getFirst();
    assertThat(entry.action()).isEqualTo(action);
    assertThat(entry.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(entry.operation()).hasToString(answer.json().path("operation").asText());
    assertThat(api.access.audit).hasSize(1).asString().doesNotContain("canary");
    var found = get("/api/audit?operation=" + entry.operation(), api.access.session(root)).json();
    assertThat(found.path("entries")).hasSize(1);
    assertThat(found.path("entries").get(0).path("operation").asText())
        .isEqualTo(String.valueOf(entry.operation()));
  }

  @Test
  void theEntriesOfACancelAndARetryNameTheirOperations() {
    var first = post(GUEST + "/stop", "{}", api.access.session(root)).json().path("operation");
    var path = "/api/operations/" + first.asText();
    post(path + "/cancel", "{}", api.access.session(root));
    api.operations.change(
        UUID.fromString(first.asText()), o -> o.cancelled(null, FakeOperations.NOW));
    var again = post(path + "/retry", "{}", api.access.session(root)).json().path("operation");

    assertThat(api.access.audit.stream().map(e -> e.action() + " " + e.operation()))
        .containsExactly(
            "guest.stop " + first.asText(),
            "operation.cancel " + first.asText(),
            "guest.stop " + again.asText());
    assertThat(get("/api/audit?operation=x", api.access.session(root)).field())
        .isEqualTo("operation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\",\"Password\":\"canary\"}",
        "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\",\"nics\":[{\"bridge\":\"vmbr0\",\"pass\":\"canary\"}]}",
        "{\"name\":\"canary is my password\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}",
        "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\",\"canary\":1}",
        "{\"name\":\"vm\",\"cores\":\"canary\"}",
        "{\"name\":\"canary\"",
        "[\"canary\"]",
      })
  void whatIsNotValidIsNotKept(String body) {
    assertThat(order("/api/proxmox/nodes/pve1/vms", body).status()).isEqualTo(400);

    assertThat(api.access.audit).hasSize(1).asString().doesNotContain("canary");
  }

  @Test
  void whatIsKeptNamesTheFieldsOfTheContractThatWereWrong() {
    order(
        "/api/proxmox/nodes/pve1/vms",
        "{\"name\":\"vm\",\"cores\":\"x\",\"nics\":[{\"bridge\":\"vmbr0\",\"vlan\":\"y\"}],\"z\":1}");

    assertThat(api.access.audit.getFirst().detail())
        .contains("not valid: ", "cores", "nics[0].vlan")
        .doesNotContain("z");
  }

  @Test
  void aNameThatNobodyHasIsNotKept() {
    signIn("canary", "x");
    signIn("Canary Is My Password", "x");
    signIn("c".repeat(250) + "\\n2026-01-01 00:00:00 forged", "x");
    signIn(" ANA ", "x");

    assertThat(api.access.audit).hasSize(4).asString().doesNotContain("anary", "forged", "ccc");
    assertThat(api.access.audit.stream().map(AuditEntry::target))
        .containsExactly("", "", "", "person/ana");
  }

  @Test
  void triesThatMustWaitAreCountedAndNotKeptOneByOne() {
    for (var i = 0; i < 40; i++) {
      signIn("ana", "wrong " + i);
    }

    var throttled =
        api.access.audit.stream().filter(e -> e.detail().startsWith("too many tries")).toList();
    assertThat(throttled).hasSize(1);
    assertThat(api.access.audit.size()).isLessThan(20);
  }
}
