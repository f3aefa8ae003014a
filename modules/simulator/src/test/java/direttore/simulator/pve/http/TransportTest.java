package direttore.simulator.pve.http;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.simulator.pve.PveOptions;
import direttore.simulator.pve.TestLab;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransportTest {
  private static TestLab lab;

  @BeforeAll
  static void start() {
    lab = new TestLab(PveOptions.forTests().withIdleLimit(Duration.ofMillis(400)));
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "PATCH", "BREW"})
  void refusesOtherMethodsWithAnEmptyBody(String method) throws Exception {
    var answer = once("%s /api2/json/version HTTP/1.1\r\n\r\n".formatted(method));

    assertThat(answer).startsWith("HTTP/1.1 501 method '%s' not available\r\n".formatted(method));
    assertThat(answer).contains("Connection: close").endsWith("\r\n\r\n");
  }

  @Test
  void refusesChunkedBodies() throws Exception {
    var answer =
        once(
            "POST /api2/json/nodes/pve1/qemu HTTP/1.1\r\n%sTransfer-Encoding: chunked\r\n\r\n"
                .formatted(token()));

    assertThat(answer).startsWith("HTTP/1.1 501 chunked transfer encoding not supported\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void refusesABodyWhereNoneBelongs(String method) throws Exception {
    var answer =
        once(
            "%s /api2/json/version HTTP/1.1\r\n%sContent-Length: 3\r\n\r\na=b"
                .formatted(method, token()));

    assertThat(answer)
        .startsWith("HTTP/1.1 501 Unexpected content for method '%s'\r\n".formatted(method));
  }

  @Test
  void refusesOtherContentTypes() throws Exception {
    var answer =
        once(
            ("POST /api2/json/nodes/pve1/qemu HTTP/1.1\r\n%sContent-Type: text/plain\r\n"
                    + "Content-Length: 3\r\n\r\na=b")
                .formatted(token()));

    assertThat(answer)
        .startsWith("HTTP/1.1 506 upload 'Content-Type 'text/plain' not implemented\r\n");
  }

  @Test
  void refusesMoreThanHalfAMebibyte() throws Exception {
    var answer =
        once(
            "POST /api2/json/nodes/pve1/qemu HTTP/1.1\r\n%sContent-Length: 524289\r\n\r\n"
                .formatted(token()));

    assertThat(answer).startsWith("HTTP/1.1 501 for data too large\r\n");
  }

  @Test
  void hangsUpOnTooManyHeaders() throws Exception {
    var many = "X-A: b\r\n".repeat(70);

    assertThat(once("GET /api2/json/version HTTP/1.1\r\n%s\r\n".formatted(many))).isEmpty();
  }

  @Test
  void hangsUpOnTooLongHeaders() throws Exception {
    var longest = "X-A: " + "b".repeat(9_000);

    assertThat(once("GET /api2/json/version HTTP/1.1\r\n%s\r\n\r\n".formatted(longest))).isEmpty();
  }

  @Test
  void closesAfterEveryError() throws Exception {
    var answer = once("GET /api2/json/nosuch HTTP/1.1\r\n%s\r\n".formatted(token()));

    assertThat(answer).startsWith("HTTP/1.1 501 Method 'GET /nosuch' not implemented\r\n");
    assertThat(answer).contains("Connection: close");
  }

  @Test
  void keepsAGoodConnectionForAHundredRequests() throws Exception {
    try (var wire = Wire.secure(lab.simulator())) {
      for (var i = 1; i < 100; i++) {
        wire.send("GET /api2/json/version HTTP/1.1\r\n%s\r\n".formatted(token()));
        assertThat(wire.head()).contains("Connection: Keep-Alive");
      }
      wire.send("GET /api2/json/version HTTP/1.1\r\n%s\r\n".formatted(token()));

      assertThat(wire.rest()).contains("Connection: close");
    }
  }

  @Test
  void closesASilentConnection() throws Exception {
    try (var wire = Wire.secure(lab.simulator())) {
      wire.send("GET /api2/json/version HTTP/1.1\r\n%s\r\n".formatted(token()));
      wire.head();
      var start = System.nanoTime();

      assertThat(wire.rest()).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
    }
  }

  @Test
  void sendsPlainHttpToHttps() throws IOException {
    try (var get = Wire.plain(lab.simulator());
        var post = Wire.plain(lab.simulator())) {
      get.send("GET /x HTTP/1.1\r\nHost: pve1:8006\r\n\r\n");
      post.send("POST /x HTTP/1.1\r\nHost: pve1:8006\r\n\r\n");

      assertThat(get.rest())
          .startsWith("HTTP/1.1 301 Moved Permanently")
          .contains("Location: https://pve1:8006/x");
      assertThat(post.rest()).startsWith("HTTP/1.1 308 Permanent Redirect");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /%zz%% HTTP/1.1\r\n\r\n",
        "GET / HTTP/9.1\r\n\r\n",
        "GET x@y/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\n: broken\r\n\r\n",
        "GET /api2/json/%ff%fe HTTP/1.1\r\nAuthorization: PVEAPIToken\r\n\r\n",
        "GET /api2/json/version HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"
      })
  void survivesNonsense(String text) throws Exception {
    assertThat(once(text)).startsWith("HTTP/1.1 ");

    assertThat(lab.get("/version").status()).isEqualTo(200);
  }

  @Test
  void splitsFormsAtAmpersandAndSemicolonAndCutsValuesAtEquals() {
    assertThat(FormDecoder.decode("a=1;b=2&c=x=y&d=&e&a=3&f=%C3%A4+b%2B"))
        .isEqualTo(Map.of("a", List.of("1", "3"), "b", "2", "c", "x", "f", "\u00e4 b+"));
  }

  @Test
  void compressesLongAnswersOnRequest() {
    var response =
        lab.send(
            lab.request("/api2/json/cluster/resources").header("Accept-Encoding", "gzip").build());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void takesJsonBodies() {
    var response =
        lab.send(
            lab.request("/api2/json/pools")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"poolid\":\"json\"}"))
                .build());

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void saysEverythingWith200InTheExtjsFormat() {
    var response = lab.send(lab.request("/api2/extjs/nodes/pve1/qemu/9/config").build());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"success\":0").contains("\"status\":400");
  }

  @Test
  void ignoresTheCacheDefeatingParameter() {
    assertThat(lab.get("/version?_dc=1700000000").status()).isEqualTo(200);
  }

  private static String once(String text) throws IOException {
    try (var wire = Wire.secure(lab.simulator())) {
      return wire.send(text).rest();
    }
  }

  private static String token() {
    return "Authorization: PVEAPIToken=%s\r\n".formatted(lab.simulator().apiToken());
  }
}
