package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Role;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the origins in API_CORS_ORIGINS work with tokens and sessions; others do not. */
class OtherOriginsTest extends AccessFixture {
  private static final String FRIEND = "https://ui.example";
  private static final String STRANGER = "https://evil.example";
  private static final String ANA = "/api/people/ana";

  private Answer preflight(String path, String origin, String method) {
    return api.client()
        .send(
            "OPTIONS",
            path,
            null,
            "Origin",
            origin,
            "Access-Control-Request-Method",
            method,
            "Access-Control-Request-Headers",
            "authorization, content-type, if-match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void browsersHearBeforehandThatAFriendMaySendATokenAndAnyMethod(String method) {
    var answer = preflight(ANA, FRIEND, method);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Allow-Methods").split(", ")).contains(method);
    assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT).split(", "))
        .contains("authorization", "content-type", "if-match");
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @Test
  void aFriendReadsAndChangesWithATokenAndSeesTheTag() {
    var admin = token(root, Role.ADMIN);
    var seen = api.client().get(ANA, "Origin", FRIEND, "Authorization", admin);
    assertThat(seen.header("Access-Control-Expose-Headers").split(", "))
        .contains("ETag", "Location", "Retry-After", "X-Request-Id");

    var changed =
        api.client()
            .send(
                "PATCH",
                ANA,
                "{\"display\":\"Ana Maria\"}".getBytes(UTF_8),
                "Content-Type",
                "application/json",
                "Origin",
                FRIEND,
                "Authorization",
                admin,
                "If-Match",
                seen.header("ETag"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
  }

  @Test
  void aFriendSignsInAndWorksWithTheSession() {
    var signedIn = signIn("ana", FakeAccess.PASSWORD, "Origin", FRIEND);
    assertThat(signedIn.status()).isLessThan(300);
    assertThat(signedIn.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    var cookie = COOKIE + secret(signedIn);

    var seen = api.client().get("/api/session", "Cookie", cookie, "Origin", FRIEND);
    var out = api.client().send("DELETE", "/api/session", null, "Cookie", cookie, "Origin", FRIEND);

    assertThat(seen.json().path("name").asText()).isEqualTo("ana");
    assertThat(seen.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    assertThat(out.status()).isLessThan(300);
  }

  @Test
  void aFriendReadsWhyItIsRefused() {
    var answer = api.client().get(ANA, "Origin", FRIEND);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(FRIEND);
    assertThat(answer.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
  }

  @ParameterizedTest
  @ValueSource(strings = {STRANGER, "null", "https://ui.example.evil.example", "http://ui.example"})
  void aStrangerIsNeitherNamedNorGivenCredentials(String origin) {
    var admin = token(root, Role.ADMIN);
    var read = api.client().get(ANA, "Origin", origin, "Authorization", admin);
    var asked = preflight(ANA, origin, "PATCH");

    assertThat(asked.status()).isEqualTo(403);
    for (var answer : new Answer[] {read, asked}) {
      assertThat(answer.headers().map())
          .doesNotContainKeys(
              "access-control-allow-origin",
              "access-control-allow-credentials",
              "access-control-expose-headers");
      assertThat(answer.header("Vary")).contains("Origin");
    }
  }

  @Test
  void aStrangerChangesNothingWithAStolenRide() {
    var cookie = COOKIE + secret(signIn("ana", FakeAccess.PASSWORD, "Origin", origin()));

    var answer =
        api.client().send("DELETE", "/api/session", null, "Cookie", cookie, "Origin", STRANGER);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("foreign-page");
    assertThat(api.client().get("/api/session", "Cookie", cookie).status()).isEqualTo(200);
  }
}
