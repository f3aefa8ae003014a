package direttore.api.guest;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeOperations;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.Role;
import direttore.domain.access.TeamName;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservedNodeTest {
  private static final String CONTAINER =
      """
      {"hostname":"ct","storage":"local-lvm","template":"local:vztmpl/debian.tar.zst"%s}
      """;
  private final TestApi api = TestApi.guarded();
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));
  private final Person bob = api.access.person("bob", Grant.everywhere(Role.USER));
  private final Person olga = api.access.person("olga", Grant.everywhere(Role.OPERATOR));
  private final Person root = api.access.person("root", Grant.everywhere(Role.ADMIN));

  @BeforeEach
  void aCluster() {
    api.cluster.failure = null;
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer send(Person person, String method, String path, String body) {
    return api.client()
        .sendJson(
            method,
            path,
            body,
            "Authorization",
            "Bearer " + api.access.token(person, Role.ADMIN),
            "Prefer",
            "wait=0");
  }

  private Answer order(Person person, String node) {
    return send(
        person, "POST", "/api/proxmox/nodes/%s/lxc".formatted(node), CONTAINER.formatted(""));
  }

  /** For three hours from now, for Ana. */
  private void reserve(String more) {
    reserve(Duration.ZERO, more);
  }

  private void reserve(Duration begins, String more) {
    var start = FakeOperations.NOW.plus(begins);
    var body =
        """
        {"title":"BGP lesson","start_dt":"%s","end_dt":"%s"%s}
        """
            .formatted(start, start.plus(Duration.ofHours(3)), more);
    var booked = send(ana, "POST", "/api/reservations", body);
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
  }

  private void joinRed(String person) {
    api.access.change(person, new PersonChange(null, null, null, Set.of(new TeamName("red"))));
  }

  private static String wholeNode(String more) {
    return ",\"proxmox_node\":\"pve1\",\"time_zone\":\"Europe/Rome\"" + more;
  }

  private static String member(String node) {
    return """
    {"action":"create","type":"lxc","node":"%s","guest":%s}
    """
        .formatted(node, CONTAINER.formatted(""));
  }

  @Test
  void keepsOthersOffUntilItEnds() {
    reserve(wholeNode(""));

    var refused = order(bob, "pve1");

    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("node-reserved");
    assertThat(refused.json().get("field").asText()).isEqualTo("node");
    assertThat(refused.detail())
        .startsWith("pve1 is reserved whole until ")
        .endsWith(" (Europe/Rome), by ana (BGP lesson)");
    assertThat(api.operations.count()).isZero();
    var checked =
        send(bob, "POST", "/api/proxmox/nodes/pve1/lxc?check=true", CONTAINER.formatted(""));
    assertThat(checked.problem()).isEqualTo("node-reserved");
    assertThat(order(bob, "pve2").status()).isEqualTo(202);
  }

  @Test
  void keepsNobodyOffThatItIsFor() {
    api.access.team("red");
    var carl = api.access.person("carl", Grant.everywhere(Role.USER));
    joinRed("ana");
    joinRed("carl");
    reserve(wholeNode(",\"team\":\"red\""));

    assertThat(order(ana, "pve1").status()).isEqualTo(202);
    assertThat(order(carl, "pve1").status()).isEqualTo(202);
    assertThat(order(bob, "pve1").status()).isEqualTo(409);
  }

  @Test
  void keepsNobodyOffBeforeItBeginsOrForAShare() {
    reserve(Duration.ofHours(5), wholeNode(""));
    reserve(",\"claims\":[{\"node\":\"pve1\",\"cores\":1,\"memory\":512}]");

    assertThat(order(bob, "pve1").status()).isEqualTo(202);
  }

  @Test
  void saysNothingOfWhatIsPrivate() {
    reserve(wholeNode(",\"private\":true"));

    assertThat(order(bob, "pve1").detail()).endsWith(" (Europe/Rome)").doesNotContain("ana", "BGP");
  }

  @Test
  void anOperatorOverrulesItAndTheAuditSaysWhose() {
    reserve(wholeNode(",\"private\":true"));

    assertThat(order(olga, "pve1").status()).isEqualTo(202);
    assertThat(order(olga, "pve2").status()).isEqualTo(202);

    var entries = send(root, "GET", "/api/audit?who=olga", "").json().get("entries");
    assertThat(entries.get(1).at("/after/overruled/0/requester").asText()).isEqualTo("ana");
    assertThat(entries.get(1).at("/after/overruled/0/reservation").asInt()).isEqualTo(1);
    assertThat(entries.get(1).at("/after/hostname").asText()).isEqualTo("ct");
    assertThat(entries.get(0).at("/after/overruled").isMissingNode()).isTrue();
  }

  @Test
  void refusesThoseOfAGroupThatWouldGoThere() {
    reserve(wholeNode(""));
    var body = "{\"members\":[%s,%s]}".formatted(member("pve1"), member("pve2"));

    var group = send(bob, "POST", "/api/groups", body);
    var overruling = send(olga, "POST", "/api/groups", body);

    assertThat(group.status()).as(group.body()).isEqualTo(202);
    assertThat(group.body()).containsOnlyOnce("node-reserved");
    assertThat(overruling.body()).doesNotContain("node-reserved");
    var entries = send(root, "GET", "/api/audit?who=olga", "").json().get("entries");
    assertThat(entries.get(0).at("/after/overruled")).hasSize(1);
  }

  @Test
  void proposesAnotherNode() {
    reserve(wholeNode(""));

    var placement =
        send(bob, "GET", "/api/proxmox/placement?template=local:vztmpl/debian.tar.zst", "");

    assertThat(placement.json().at("/nodes/0/node").asText()).isEqualTo("pve1");
    assertThat(placement.json().at("/nodes/0/obstacle").asText()).contains("is reserved whole");
    assertThat(placement.json().at("/nodes/1/obstacle").asText()).doesNotContain("reserved");
  }

  @Test
  void aLaterReservationMayBringGuestsThere() {
    reserve(wholeNode(""));
    var start = FakeOperations.NOW.plus(Duration.ofHours(5));
    var body =
        """
        {"title":"next","start_dt":"%s","end_dt":"%s",
         "guests":[{"kind":"lxc","name":"ct-{n}","count":1,"node":"pve1","request":
                    {"storage":"local-lvm","template":"local:vztmpl/debian.tar.zst"}}]}
        """
            .formatted(start, start.plus(Duration.ofHours(1)));

    var booked = send(bob, "POST", "/api/reservations", body);

    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
  }
}
