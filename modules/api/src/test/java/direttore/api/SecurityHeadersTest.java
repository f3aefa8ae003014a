package direttore.api;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.guard.RequestLimits;
import direttore.api.http.AccessRules;
import direttore.api.proxy.AddressBlock;
import direttore.api.proxy.TrustedProxies;
import io.helidon.http.Method;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final TestApi api =
      new TestApi(
          AccessRules.LOOPBACK_ONLY,
          Protections.of(
              RequestLimits.USUAL,
              new TrustedProxies(List.of(AddressBlock.parse("127.0.0.1").orElseThrow())),
              100_000));

  @AfterEach
  void stop() {
    api.close();
  }

  private RawConnection.Answer answer(String method, String path, String headers) {
    try (var connection = new RawConnection(api.port())) {
      connection.send(
          "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, path, headers));
      return connection.head();
    }
  }

  private static void hasThoseOfAll(RawConnection.Answer answer, String where) {
    assertThat(answer.header("X-Content-Type-Options")).as(where).isEqualTo("nosniff");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).as(where).isEqualTo("same-origin");
    assertThat(answer.header("Referrer-Policy")).as(where).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .as(where)
        .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval", "http:", "*");
    assertThat(answer.header("X-Request-Id")).as(where).isNotEmpty();
  }

  @Test
  void standOnTheAnswersOfAllRoutes() {
    for (var route : api.api().table().routes()) {
      var path =
          route
              .path()
              .replace("{node}", "pve1")
              .replace("{vmid}", "100")
              .replaceAll("\\{\\w+}", "x");
      for (var method : List.of(route.method().text(), "OPTIONS", "TRACE")) {
        hasThoseOfAll(answer(method, path, ""), method + " " + path);
      }
    }
    assertThat(api.api().table().routes()).anyMatch(r -> r.method().equals(Method.POST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/%zz", "/api/operations?limit=x", "/assets/none.js"})
  void standOnProblems(String path) {
    var answer = answer("GET", path, "");

    hasThoseOfAll(answer, path);
    assertThat(answer.header("Content-Security-Policy")).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/about", "/api/proxmox/nodes", "/assets/app-1a2b3c4d.js"})
  void letAnswersThatAreNoPagesLoadNothing(String path) {
    assertThat(answer("GET", path, "").header("Content-Security-Policy")).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/resources?q=node:pve1", "/docs", "/redoc"})
  void letPagesRunScriptsOfTheirOwnFilesOnly(String path) {
    var answer = answer("GET", path, "Accept: text/html\r\n");

    hasThoseOfAll(answer, path);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("script-src 'self';")
        .doesNotContain("script-src 'self' ");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
  }

  @Test
  void askForEncryptionOnceThereIsSome() {
    assertThat(answer("GET", "/api/about", "").header("Strict-Transport-Security")).isEmpty();
    assertThat(
            answer("GET", "/api/about", "X-Forwarded-Proto: https\r\n")
                .header("Strict-Transport-Security"))
        .isEqualTo("max-age=31536000");
  }
}
