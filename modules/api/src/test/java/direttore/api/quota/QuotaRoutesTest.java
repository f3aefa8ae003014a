package direttore.api.quota;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.NodeName;
import direttore.domain.quota.Quota;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaRoutesTest {
  private static final long GIB = 1L << 30;
  private final TestApi api = TestApi.guarded();
  private final Person root = api.access.person("root", Grant.everywhere(Role.ADMIN));
  private final Person ana = api.access.person("ana", Grant.everywhere(Role.USER));

  @AfterEach
  void stop() {
    api.close();
  }

  private String token(Person person) {
    return "Bearer " + api.access.token(person, Role.ADMIN);
  }

  private Answer get(Person person, String path) {
    return api.client().get(path, "Authorization", token(person));
  }

  private Answer post(Person person, String path, String body) {
    return api.client().post(path, body, "Authorization", token(person), "Prefer", "wait=0");
  }

  private Answer delete(Person person, String path) {
    return api.client().send("DELETE", path, null, "Authorization", token(person));
  }

  private Answer order(String more, String query) {
    return post(
        ana,
        "/api/proxmox/nodes/pve1/vms" + query,
        "{\"name\":\"web\",\"storage\":\"local-lvm\",\"disk\":\"8G\"%s}".formatted(more));
  }

  @Test
  void somebodyIsBoundAndUnboundWithWhatWasInTheAudit() {
    api.access.give(100, ana, new GuestSize(2, 2048, 8 * GIB));
    post(root, "/api/quotas/everybody", "{\"guests\":9}");

    var bound = post(root, "/api/people/ana/quota", "{\"cores\":8,\"memory\":null,\"disk\":0}");

    assertThat(bound.status()).isEqualTo(200);
    assertThat(get(root, "/api/people/ana/quota").json()).isEqualTo(bound.json());
    assertThat(bound.json().path("own").asBoolean()).isTrue();
    assertThat(bound.json().path("quota").toString())
        .isEqualTo("{\"guests\":null,\"cores\":8,\"memory\":null,\"disk\":0}");
    assertThat(bound.json().path("use").toString())
        .isEqualTo("{\"guests\":1,\"cores\":2,\"memory\":2048,\"disk\":8589934592}");

    var free = delete(root, "/api/people/ana/quota");

    assertThat(free.json().path("own").asBoolean()).isFalse();
    assertThat(free.json().path("quota").path("guests").asInt()).isEqualTo(9);
    // The last entry may be written a moment after its answer.
    await()
        .untilAsserted(() ->
            assertThat(api.access.audit)
                .extracting(
                    AuditEntry::action, AuditEntry::target, AuditEntry::before, AuditEntry::after)
                .map(Object::toString)
                .containsExactly(
                    "(\"quota.set\", \"quota/everybody\", %s, %s)"
                        .formatted(text("null"), text("9")),
                    "(\"quota.set\", \"person/ana\", null, \"{\"guests\":null,\"cores\":8,\"memory\":null,\"disk\":0}\")",
                    "(\"quota.clear\", \"person/ana\", \"{\"guests\":null,\"cores\":8,\"memory\":null,\"disk\":0}\", null)"));
  }

  private static String text(String guests) {
    return "\"{\"guests\":%s,\"cores\":null,\"memory\":null,\"disk\":null}\"".formatted(guests);
  }

  @Test
  void aTeamIsBoundToo() {
    post(root, "/api/teams", "{\"name\":\"red\"}");

    assertThat(post(root, "/api/teams/red/quota", "{\"guests\":2}").status()).isEqualTo(200);

    var listed = get(root, "/api/quotas").json();
    assertThat(listed.path("everybody").path("guests").isNull()).isTrue();
    assertThat(listed.path("standings").findValuesAsText("name"))
        .containsExactly("ana", "root", "red");
    assertThat(listed.path("standings").path(2).path("quota").path("guests").asInt()).isEqualTo(2);
    assertThat(delete(root, "/api/teams/red/quota").json().path("own").asBoolean()).isFalse();
    assertThat(get(root, "/api/teams/red/quota").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/people/none/quota", "/api/people/No!/quota", "/api/teams/none/quota"})
  void whoeverIsNotThereIsNotFound(String path) {
    assertThat(get(root, path).status()).isEqualTo(404);
    assertThat(post(root, path, "{}").status()).isEqualTo(404);
    assertThat(delete(root, path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"guests\":-1|guests|0 to 100000",
        "\"cores\":1000001|cores|0 to 1000000",
        "\"memory\":1099511627777|memory|0 to 1099511627776 (MiB)",
        "\"disk\":1152921504606846977|disk|0 to 1152921504606846976 (bytes)",
        "\"cores\":1.5|cores|must be a whole number",
        "\"disk\":\"8G\"|disk|must be a whole number",
        "\"cpus\":4|cpus|is not a field",
      })
  void whatCannotBeNamesFieldAndRange(String field, String named, String rule) {
    for (var path : List.of("/api/people/ana/quota", "/api/quotas/everybody")) {
      var answer =
          api.client()
              .send(
                  "POST",
                  path,
                  "{%s}".formatted(field).getBytes(UTF_8),
                  "Authorization",
                  token(root),
                  "Content-Type",
                  "application/json");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.field()).isEqualTo(named);
      assertThat(answer.detail()).contains(rule);
    }
  }

  @Test
  void everybodySeesHowTheyStandAndNothingElse() {
    api.access.quotas.setForEverybody(new Quota(3L, null, null, null));
    api.access.give(100, ana, new GuestSize(2, 2048, 8 * GIB));

    var mine = get(ana, "/api/me/quota").json().path("standings");

    assertThat(mine).hasSize(1);
    assertThat(mine.path(0).path("name").asText()).isEqualTo("ana");
    assertThat(mine.path(0).path("quota").path("guests").asInt()).isEqualTo(3);
    assertThat(mine.path(0).path("use").path("cores").asInt()).isEqualTo(2);
  }

  @Test
  void whereNobodySignsInNobodyIsBound() {
    try (var open = new TestApi()) {
      open.access.quotas.setForEverybody(new Quota(0L, 0L, 0L, 0L));

      assertThat(open.client().get("/api/me/quota").json().path("standings")).isEmpty();
      assertThat(
              open.client()
                  .post(
                      "/api/proxmox/nodes/pve1/vms",
                      "{\"name\":\"web\",\"storage\":\"local-lvm\",\"disk\":\"8G\"}",
                      "Prefer",
                      "wait=0")
                  .status())
          .isEqualTo(202);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?check=true"})
  void anOrderBeyondTheQuotaIsRefusedAtItsField(String query) {
    api.access.give(100, ana, new GuestSize(6, 2048, 8 * GIB));
    post(root, "/api/people/ana/quota", "{\"guests\":5,\"cores\":8}");

    var answer = order(",\"cores\":4", query);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("over-quota");
    assertThat(answer.detail())
        .isEqualTo("Your quota is 8 cores: you use 6, and this guest needs 4.");
    assertThat(answer.field()).isEqualTo("cores");
    assertThat(answer.json().path("errors")).hasSize(1);
    assertThat(api.operations.count()).isZero();
    assertThat(order(",\"cores\":2", query).status()).isLessThan(300);
  }

  @Test
  void oneGuestTooManyIsNoFieldsFault() {
    post(root, "/api/people/ana/quota", "{\"guests\":0}");

    var answer = order("", "");

    assertThat(answer.problem()).isEqualTo("over-quota");
    assertThat(answer.json().has("field")).isFalse();
    assertThat(answer.json().has("errors")).isFalse();
  }

  @Test
  void whatElseIsInTheWayIsToldWithIt() {
    post(root, "/api/people/ana/quota", "{\"cores\":1,\"disk\":1}");

    var answer = order(",\"cores\":2,\"vmid\":100", "?check=true");

    assertThat(answer.problem()).isEqualTo("several");
    assertThat(answer.json().path("errors").findValuesAsText("field"))
        .containsExactly("vmid", "cores", "disk");
  }

  @Test
  void anotherDiskFieldIsNamedForContainers() {
    post(root, "/api/people/ana/quota", "{\"disk\":1}");

    var answer =
        post(
            ana,
            "/api/proxmox/nodes/pve1/lxc?check=true",
            "{\"hostname\":\"box\",\"storage\":\"local-lvm\",\"template\":\"local:vztmpl/debian.tar.zst\"}");

    assertThat(answer.field()).isEqualTo("disk_size");
  }

  @Test
  void aCopyCountsAllDisksOfItsTemplateAndAllItsSockets() {
    var ref = new GuestRef(GuestKind.QEMU, new NodeName("pve1"), new VmId(900));
    var one =
        new GuestDetail.Disk("scsi0", "local-lvm", "local-lvm:base-900-disk-0", 8 * GIB, true);
    var two =
        new GuestDetail.Disk("scsi1", "local-lvm", "local-lvm:base-900-disk-1", 20 * GIB, false);
    var config = Map.<String, Object>of("memory", "1024", "sockets", "2");
    api.cluster.details.put(
        ref,
        new GuestDetail(
            ref, config, Map.of(), List.of(one, two), List.of(), false, true, null, false));

    for (var body : Map.of("", 28 * GIB, ",\"disk\":\"10G\"", 30 * GIB).entrySet()) {
      var ordered =
          post(
              ana,
              "/api/proxmox/nodes/pve1/vms",
              "{\"name\":\"web\",\"clone_from\":900,\"cores\":4%s}".formatted(body.getKey()));
      var id = UUID.fromString(ordered.json().path("operation").asText());
      var order = (GuestAction.Creation) GuestOrder.action(api.operations.find(id));
      assertThat(order.size()).isEqualTo(new GuestSize(8, 1024, body.getValue()));
    }
  }

  @Test
  void nobodyIsGivenMoreThanTheyMayHave() {
    post(root, "/api/people/ana/quota", "{\"cores\":1}");

    var answer = post(root, "/api/owners/100", "{\"owner\":\"ana\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.detail())
        .isEqualTo("ana's quota is 1 core: they use 0, and this guest needs 2.");
    assertThat(answer.field()).isEqualTo("owner");
  }
}
