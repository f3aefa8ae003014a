package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.api.TestClient.Answer;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Role;
import org.junit.jupiter.api.Test;

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
}
