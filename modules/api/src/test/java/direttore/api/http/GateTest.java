package direttore.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import direttore.api.RawExchange;
import direttore.api.TestApi;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private static final String STOP = "/api/proxmox/nodes/pve1/vms/100/stop";

  private final TestApi api = new TestApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private String raw(String... lines) {
    return RawExchange.send(api.port(), lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8000",
        "LocalHost:8000",
        "127.0.0.1:8000",
        "127.1.2.3",
        "[::1]:8000",
        "[::1]",
        "direttore.localhost:8000",
        "lab.example:8443",
      })
  void answersToItsOwnNames(String host) {
    assertThat(raw("GET /health/live HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8000",
        "evil.example:127.0.0.1",
        "192.168.1.5:8000",
        "0.0.0.0:8000",
      })
  void answersToNoOtherName(String host) {
    var answer = raw("GET /api/proxmox/nodes HTTP/1.1", "Host: " + host);

    assertThat(answer).containsPattern("^HTTP/1.1 4(21|00) ").contains("urn:direttore:problem:");
    assertThat(answer).doesNotContain("pve1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://localhost.evil"})
  void refusesWritesOfForeignPages(String origin) {
    var answer = api.client().post(STOP, "{}", "Origin", origin);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("foreign-page");
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    assertThat(api.operations.count()).isZero();
  }

  @Test
  void refusesWritesOfForeignPagesThatHideTheirOrigin() {
    assertThat(api.client().post(STOP, "{}", "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(api.client().post(STOP, "{}", "Sec-Fetch-Site", "same-site").status())
        .isEqualTo(403);
  }

  @Test
  void takesWritesOfItsOwnPagesAndOfPrograms() {
    var own = "http://127.0.0.1:" + api.port();

    assertThat(api.client().post(STOP, "{}", "Origin", own, "Prefer", "wait=0").status())
        .isEqualTo(202);
    assertThat(
            api.client()
                .post(
                    "/api/proxmox/nodes/pve1/vms/101/start",
                    "{}",
                    "Sec-Fetch-Site",
                    "same-origin",
                    "Prefer",
                    "wait=0")
                .status())
        .isEqualTo(202);
  }

  @Test
  void letsPagesOfAllowedOriginsReadAndWrite() {
    var answer = api.client().post(STOP, "{}", "Origin", "https://ui.example", "Prefer", "wait=0");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://ui.example");
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("Location");
    assertThat(answer.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void letsAllowedPagesReadProblemsToo() {
    var answer = api.client().get("/api/proxmox/nodes/pve9/vms", "Origin", "https://ui.example");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://ui.example");
  }

  @Test
  void answersPreflightsOfAllowedOriginsOnly() {
    var allowed =
        api.client()
            .send(
                "OPTIONS",
                STOP,
                null,
                "Origin",
                "https://ui.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type, idempotency-key");

    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(allowed.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
    assertThat(
            api.client()
                .send(
                    "OPTIONS",
                    STOP,
                    null,
                    "Origin",
                    "https://evil.example",
                    "Access-Control-Request-Method",
                    "POST")
                .status())
        .isEqualTo(403);
  }

  @Test
  void letsForeignPagesReadNothing() {
    var answer = api.client().get("/api/proxmox/nodes", "Origin", "https://evil.example");

    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void givesEachRequestAnIdOrKeepsTheCallers() {
    assertThat(api.client().get("/health/live").header("X-Request-Id")).startsWith("test-");
    assertThat(api.client().get("/health/live", "X-Request-Id", "mine-7").header("X-Request-Id"))
        .isEqualTo("mine-7");
    assertThat(api.client().get("/health/live", "X-Request-Id", "not mine").header("X-Request-Id"))
        .startsWith("test-");
    assertThat(
            api.client().get("/nowhere", "X-Request-Id", "mine-8").json().get("instance").asText())
        .isEqualTo("urn:direttore:request:mine-8");
  }

  @Test
  void refusesRequestsWhoseEndIsAmbiguous() {
    var both =
        raw(
            "POST " + STOP + " HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: 2",
            "Transfer-Encoding: chunked",
            "",
            "0",
            "",
            "GET /smuggled HTTP/1.1");
    var unknown =
        raw("POST " + STOP + " HTTP/1.1", "Host: localhost", "Transfer-Encoding: gzip, chunked");

    assertThat(both).startsWith("HTTP/1.1 400").contains("Connection: close");
    assertThat(both.split("HTTP/1.1 ")).hasSize(2);
    assertThat(unknown).startsWith("HTTP/1.1 400");
    assertThat(api.operations.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a b HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /api/proxmox/nodes?x=[ HTTP/1.1",
      })
  void answersWhatIsNoHttpWithAProblem(String line) {
    var answer = raw(line, "Host: localhost");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "urn:direttore:problem:malformed", "X-Request-Id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/0.9", "nonsense", "PRI * HTTP/2.0"})
  void closesConnectionsThatSpeakAnotherProtocol(String line) {
    assertThat(raw(line, "Host: localhost")).doesNotContain("200 OK");
  }

  @Test
  void refusesHeadersAndLinesThatAreTooLong() {
    assertThat(raw("GET /" + "a".repeat(9000) + " HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 414")
        .contains("urn:direttore:problem:too-long");
    assertThat(raw("GET / HTTP/1.1", "Host: localhost", "X-Long: " + "a".repeat(20_000)))
        .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n")
        .contains("urn:direttore:problem:too-many-headers");
  }

  @Test
  void neverServesAllOriginsToWriters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccessRules(Set.of(), Set.of("*")))
        .withMessageContaining("* is not an origin");
  }
}
