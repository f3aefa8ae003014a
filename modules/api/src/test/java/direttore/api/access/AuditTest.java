package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the audit keeps, and what it does not. */
class AuditTest {
  private static final String VM = "{\"name\":\"vm\",\"disk\":\"8G\",\"storage\":\"local-lvm\"}";
  private final TestApi api = TestApi.guarded();
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer order(String path, String body) {
    var bearer = "Bearer " + api.access.token(ana, Role.USER);
    return api.client().post(path, body, "Authorization", bearer);
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
