package direttore.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.FakeAccess;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in, staying and going, and what strangers try. */
class SignInTest extends AccessFixture {
  @Test
  void anaComesInAndGoes() {
    var in = signIn("ana", FakeAccess.PASSWORD);

    assertThat(in.status()).isEqualTo(200);
    assertThat(in.json().path("name").asText()).isEqualTo("ana");
    assertThat(in.json().path("role").asText()).isEqualTo("user");
    assertThat(in.header("Set-Cookie"))
        .contains("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .contains("Path=/");
    var session = secret(in);
    assertThat(get("/api/session", session).json().path("name").asText()).isEqualTo("ana");

    assertThat(delete("/api/session", session).status()).isEqualTo(204);

    assertThat(get("/api/session", session).status()).isEqualTo(401);
    assertThat(audited("sign-in")).containsExactly("ana person/ana done");
    assertThat(audited("sign-out")).containsExactly("ana  done");
  }

  @ParameterizedTest
  @CsvSource({
    "ana,wrong password here", "nobody,seven blue herons wade", "'',seven blue herons wade",
    "../ana,seven blue herons wade", "ana%00,x", "ANA ,wrong"
  })
  void whateverIsWrongTheAnswerIsTheSame(String name, String password) {
    var answer = signIn(name, password);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("wrong-sign-in");
    assertThat(answer.detail()).isEqualTo("the name or the password is wrong");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void theNameIsNotPickyAboutCase() {
    assertThat(signIn(" Ana ", FakeAccess.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void guessingIsSlowedDown() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("ana", "guess number " + i).status()).isEqualTo(401);
    }
    var next = signIn("ana", "guess number 6");

    assertThat(next.status()).isEqualTo(429);
    assertThat(next.problem()).isEqualTo("throttled");
    assertThat(Integer.parseInt(next.header("Retry-After"))).isBetween(1, 300);
    assertThat(signIn("ana", FakeAccess.PASSWORD).status()).isEqualTo(429);
    assertThat(signIn("root", FakeAccess.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aPlantedSessionIsNotTakenOver() {
    var planted = "attacker-knows-this-value";
    var in = signIn("ana", FakeAccess.PASSWORD, "Cookie", COOKIE + planted);

    assertThat(secret(in)).isNotEqualTo(planted);
    assertThat(get("/api/session", planted).status()).isEqualTo(401);
  }

  @Test
  void signingInAgainEndsTheSessionThatCameAlong() {
    var first = secret(signIn("ana", FakeAccess.PASSWORD));
    var second = secret(signIn("ana", FakeAccess.PASSWORD, "Cookie", COOKIE + first));

    assertThat(get("/api/session", first).status()).isEqualTo(401);
    assertThat(get("/api/session", second).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,https://evil.example",
    "Origin,null",
    "Origin,http://127.0.0.1.evil.example",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site",
    "Sec-Fetch-Site,none",
    "X-Nothing,at-all"
  })
  void aWriteWithTheCookieMustComeFromAPageOfOurs(String header, String value) {
    var session = api.access.session(root);

    var answer =
        api.client()
            .post(
                "/api/people",
                "{\"name\":\"eve\",\"grants\":[]}",
                "Cookie",
                COOKIE + session,
                header,
                value);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.problem()).isEqualTo("foreign-page");
    assertThat(
            api.client().get("/api/people/eve", "Authorization", token(root, Role.ADMIN)).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "null", "undefined", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void noOtherCookieOpens(String value) {
    assertThat(get("/api/proxmox/nodes", value).status()).isEqualTo(401);
  }

  @Test
  void sessionsAreTheirOwners() {
    var anas = api.access.session(ana);
    var roots = api.access.session(root);
    var mine = get("/api/me/sessions", anas).json().path("sessions");
    assertThat(mine).hasSize(1);
    assertThat(mine.get(0).path("current").asBoolean()).isTrue();
    var id = mine.get(0).path("id").asText();

    assertThat(delete("/api/me/sessions/" + id, roots).status()).isEqualTo(404);
    assertThat(get("/api/session", anas).status()).isEqualTo(200);
    assertThat(delete("/api/me/sessions/" + id, anas).status()).isEqualTo(204);
    assertThat(get("/api/session", anas).status()).isEqualTo(401);
  }

  @Test
  void aLinkOpensOnceAndSetsThePassword() {
    var link = api.access.link(ana);
    var body = "{\"token\":\"%s\",\"password\":\"%s\"}";

    var tooShort = api.client().post("/api/session/link", body.formatted(link, "short"));
    assertThat(tooShort.status()).isEqualTo(400);
    assertThat(tooShort.field()).isEqualTo("password");
    var ownName = api.client().post("/api/session/link", body.formatted(link, "ana.ana.ana.26"));
    assertThat(ownName.field()).isEqualTo("password");
    var in = api.client().post("/api/session/link", body.formatted(link, "nine grey geese fly"));
    var again = api.client().post("/api/session/link", body.formatted(link, "nine grey geese fly"));

    assertThat(in.status()).isEqualTo(200);
    assertThat(get("/api/session", secret(in)).status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(401);
    assertThat(signIn("ana", "nine grey geese fly").status()).isEqualTo(200);
  }

  @Test
  void aLinkCanBeLookedAtBeforeItIsUsed() {
    var link = api.access.link(ana);

    assertThat(check(link).status()).isEqualTo(204);
    assertThat(check(link).status()).isEqualTo(204);
    assertThat(
            api.client()
                .post(
                    "/api/session/link",
                    "{\"token\":\"%s\",\"password\":\"nine grey geese fly\"}".formatted(link))
                .status())
        .isEqualTo(200);
    assertThat(check(link).problem()).isEqualTo("wrong-sign-in");
    assertThat(api.client().post("/api/session/link/check", "{}").field()).isEqualTo("token");
  }

  @Test
  void aLinkOfSomebodyDisabledIsDead() {
    var link = api.access.link(ana);
    assertThat(check(link).status()).isEqualTo(204);

    post("/api/people/ana", "{\"disabled\":true}", api.access.session(root));

    assertThat(check(link).status()).isEqualTo(401);
  }

  private Answer check(String link) {
    return api.client().post("/api/session/link/check", "{\"token\":\"%s\"}".formatted(link));
  }

  @Test
  void aLinkEndsAllThatOthersMayHoldOfTheAccount() {
    var session = api.access.session(ana);
    var bearer = token(ana, Role.USER);
    var roots = token(root, Role.USER);

    var in =
        api.client()
            .post(
                "/api/session/link",
                "{\"token\":\"%s\",\"password\":\"nine grey geese fly\"}"
                    .formatted(api.access.link(ana)));

    assertThat(get("/api/session", secret(in)).status()).isEqualTo(200);
    assertThat(get("/api/session", session).status()).isEqualTo(401);
    assertThat(api.client().get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
    assertThat(api.client().get("/api/session", "Authorization", roots).status()).isEqualTo(200);
  }

  @Test
  void whoIsDisabledIsOutAtOnce() {
    var session = api.access.session(ana);
    var bearer = token(ana, Role.USER);
    assertThat(get("/api/session", session).status()).isEqualTo(200);

    assertThat(post("/api/people/ana", "{\"disabled\":true}", api.access.session(root)).status())
        .isEqualTo(200);

    assertThat(get("/api/session", session).status()).isEqualTo(401);
    assertThat(api.client().get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
    assertThat(signIn("ana", FakeAccess.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void eventsAreForThoseWhoAreSignedIn() {
    assertThat(api.client().get("/api/events").status()).isEqualTo(401);
  }

  @Test
  void whereNobodySignsInEverybodyIsWelcome() {
    try (var open = new TestApi()) {
      assertThat(open.client().get("/api/sign-in").json().path("mode").asText()).isEqualTo("none");
      var me = open.client().get("/api/session").json();
      assertThat(me.path("via").asText()).isEqualTo("none");
      assertThat(me.path("role").asText()).isEqualTo("admin");
    }
  }
}
