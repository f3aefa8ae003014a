package direttore.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final String VMS = "/api/proxmox/nodes/pve1/vms";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Answer post(byte[] body, String type) {
    return api.client().send("POST", VMS, body, "Content-Type", type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/proxmox/nodes",
        VMS,
        "/api/proxmox/nodes/pve1/vms/100",
        "/api/operations",
        "/api/events",
        "/openapi.json",
        "/docs",
        "/health/live",
      })
  void answersHeadWhereItAnswersGet(String path) {
    var head = api.client().send("HEAD", path, null);

    assertThat(head.status()).isEqualTo(200);
    if (!path.equals("/api/events")) {
      var length = api.client().get(path).body().getBytes(UTF_8).length;
      assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(length));
    }
  }

  @Test
  void answersHeadOfNothingWithoutBody() {
    assertThat(api.client().send("HEAD", "/nowhere", null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE|/api/proxmox/nodes|GET, HEAD, OPTIONS",
        "PUT|/api/proxmox/nodes/pve1/vms|GET, HEAD, OPTIONS, POST",
        "GET|/api/proxmox/nodes/pve1/vms/100/start|OPTIONS, POST",
        "DELETE|/api/proxmox/nodes/pve1/vms/100|GET, HEAD, OPTIONS",
        "BREW|/api/operations|GET, HEAD, OPTIONS",
        "POST|/api/owners/former|GET, HEAD, OPTIONS",
      })
  void tellsWhichMethodsThereAre(String method, String path, String allowed) {
    var answer = api.client().send(method, path, null);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.problem()).isEqualTo("wrong-method");
    assertThat(answer.header("Allow")).isEqualTo(allowed);
    assertThat(api.client().send("OPTIONS", path, null).header("Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/api",
        "/api/proxmox",
        "/api/proxmox/nodes/pve1",
        "/api/proxmox/nodes/pve1/vms/100/start/now",
        "/API/operations",
      })
  void doesNotFindOtherAddresses(String path) {
    var answer = api.client().get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.problem()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "",
        "[]",
        "7",
        "null",
        "{\"name\":\"a\"} {}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{'name':'a'}",
        "{\"cores\":NaN}",
      })
  void refusesBodiesThatAreNoJsonObject(String body) {
    var answer = api.client().post(VMS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("malformed");
    assertThat(answer.detail()).doesNotContain("com.fasterxml", "Source:");
  }

  @Test
  void refusesJsonThatNestsTooDeep() {
    var answer = api.client().post(VMS, "[".repeat(10_000));

    assertThat(answer.problem()).isEqualTo("malformed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x"
      })
  void refusesOtherMediaTypes(String type) {
    assertThat(post("{}".getBytes(UTF_8), type).status()).isEqualTo(415);
  }

  @Test
  void refusesABodyWithoutMediaType() {
    assertThat(api.client().send("POST", VMS, "{}".getBytes(UTF_8)).problem())
        .isEqualTo("not-json");
  }

  @Test
  void takesMediaTypesWithParameters() {
    assertThat(post("{}".getBytes(UTF_8), "Application/JSON; charset=utf-8").problem())
        .isEqualTo("invalid");
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    var body = ("{\"description\":\"" + "a".repeat(300_000) + "\"}").getBytes(UTF_8);

    var answer = post(body, "application/json");

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.detail()).contains("262144");
    assertThat(api.client().get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void saysNothingOfItsInsidesWhenItFails() {
    api.cluster.failure = new IllegalStateException("jdbc:postgresql://secret");

    var answer = api.client().get("/api/proxmox/nodes");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("unexpected");
    assertThat(answer.body()).doesNotContain("secret", "IllegalState");
    assertThat(answer.header("X-Request-Id")).isNotEmpty();
  }
}
