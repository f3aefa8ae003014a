package direttore.api.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.allowance.Allowance;
import direttore.domain.allowance.Vlans;
import direttore.domain.node.NodeName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final String ALL_WRONG =
      """
      {"hostname":"ct","storage":"local-lvm","template":"local:vztmpl/debian.tar.zst","unprivileged":false,
       "nics":[{"bridge":"vmbr1","vlan":120},{"bridge":"vmbr0","vlan":300},{"bridge":"vmbr1"}]%s}
      """;
  private final TestApi api = TestApi.guarded();
  private final Person root = api.access.person("root", Grant.everywhere(Role.ADMIN));
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));

  @BeforeEach
  void boundUsers() {
    api.cluster.failure = null;
    api.access.allowances.users =
        new Allowance(Set.of("vmbr1"), new Vlans(List.of("100-199")), Set.of("fast"));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer post(Person person, String path, String body) {
    return api.client()
        .post(
            path,
            body,
            "Authorization",
            "Bearer " + api.access.token(person, Role.ADMIN),
            "Prefer",
            "wait=0");
  }

  private Answer get(Person person, String path) {
    return api.client()
        .get(path, "Authorization", "Bearer " + api.access.token(person, Role.ADMIN));
  }

  private Answer order(Person person, String more) {
    return post(person, "/api/proxmox/nodes/pve1/lxc", ALL_WRONG.formatted(more));
  }

  @Test
  void tellsAUserEverythingThatIsNotTheirsAtItsField() {
    var answer = order(ana, "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsText("field"))
        .containsExactly(
            "nics[1].bridge", "nics[1].vlan", "nics[2].vlan", "storage", "unprivileged");
    assertThat(answer.detail())
        .contains("bridge vmbr0 is not yours to use; you may use vmbr1")
        .contains("VLAN 300 is not yours to use; you may use 100-199")
        .contains("a NIC without a VLAN is not yours to use")
        .contains("storage local-lvm is not yours to use; you may use fast")
        .contains("privileged containers are for operators");
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void bindsNoOperator() {
    var bob = api.access.person("bob", Grant.everywhere(Role.OPERATOR));
    var here =
        api.access.person(
            "eve",
            Grant.everywhere(Role.USER),
            new Grant(Role.OPERATOR, new Scope.OnNode(new NodeName("pve1"))));

    assertThat(order(bob, "").status()).isEqualTo(202);
    assertThat(order(here, "").status()).isEqualTo(202);
  }

  @Test
  void countsWhereACopyLiesThatNamesNoStorage() {
    var answer = post(ana, "/api/proxmox/nodes/pve1/vms", "{\"name\":\"a\",\"clone_from\":900}");

    assertThat(answer.field()).isEqualTo("clone_from");
    assertThat(answer.detail()).contains("storage local-lvm is not yours to use");
  }

  @Test
  void aTeamHasAListOfItsOwnInPlaceOfThatOfAllUsers() {
    post(root, "/api/teams", "{\"name\":\"red\"}");
    post(root, "/api/people/ana", "{\"teams\":[\"red\"]}");

    var set =
        post(
            root,
            "/api/teams/red/allowance",
            "{\"bridges\":[\"vmbr0\",\"vmbr1\"],\"vlans\":null,\"storages\":[\"local-lvm\"]}");

    assertThat(set.status()).isEqualTo(200);
    var unprivileged = ALL_WRONG.replace("\"unprivileged\":false", "\"unprivileged\":true");
    var path = "/api/proxmox/nodes/pve1/lxc";
    assertThat(post(ana, path, unprivileged.formatted(",\"team\":\"red\"")).status())
        .isEqualTo(202);
    assertThat(post(ana, path, unprivileged.formatted("")).status()).isEqualTo(422);
    var mine = get(ana, "/api/me/allowance").json();
    assertThat(mine.get("operator").asBoolean()).isFalse();
    assertThat(mine.at("/own/storages").toString()).isEqualTo("[\"fast\"]");
    assertThat(mine.at("/teams/0/own").asBoolean()).isTrue();
    assertThat(mine.at("/teams/0/allowance/vlans").isNull()).isTrue();
    assertThat(get(root, "/api/teams/red/allowance").json()).isEqualTo(set.json());
  }

  @Test
  void refusesListsThatNameNothing() {
    post(root, "/api/teams", "{\"name\":\"red\"}");

    var wrong =
        post(root, "/api/teams/red/allowance", "{\"bridges\":[\"a b\"],\"vlans\":[\"4095\"]}");

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(get(root, "/api/teams/blue/allowance").status()).isEqualTo(404);
    assertThat(get(ana, "/api/teams/red/allowance").status()).isEqualTo(403);
  }

  private JsonNode candidate(String source) {
    return get(ana, "/api/proxmox/placement?" + source).json().get("nodes").get(0);
  }

  @Test
  void placementPutsGuestsOnlyWhereOneMay() {
    users("thick");
    var iso = candidate("iso=local:iso/debian.iso");

    assertThat(iso.get("possible").asBoolean()).isTrue();
    assertThat(iso.get("storage").asText()).isEqualTo("thick");
    var roots = get(root, "/api/proxmox/placement?iso=local:iso/debian.iso").json();
    assertThat(roots.at("/nodes/0/storage").asText()).isEqualTo("local-lvm");
  }

  @Test
  void placementCopiesInFullWhatLiesWhereOneMayNotPutGuests() {
    users("thick");
    var copy = candidate("clone_from=900");

    assertThat(copy.get("possible").asBoolean()).isTrue();
    assertThat(copy.get("storage").asText()).isEqualTo("thick");
    var order = "{\"name\":\"a\",\"clone_from\":900,\"storage\":\"thick\"}";
    assertThat(post(ana, "/api/proxmox/nodes/pve1/vms?check=true", order).status()).isEqualTo(200);
  }

  @Test
  void placementSaysWhichStoragesAreOnes() {
    users("fast");

    for (var source : new String[] {"iso=local:iso/debian.iso", "clone_from=900"}) {
      var candidate = candidate(source);

      assertThat(candidate.get("possible").asBoolean()).isFalse();
      assertThat(candidate.get("obstacle").asText())
          .contains("yours to use")
          .contains("you may use fast");
    }
  }

  private void users(String storage) {
    api.access.allowances.users = new Allowance(null, null, Set.of(storage));
  }
}
