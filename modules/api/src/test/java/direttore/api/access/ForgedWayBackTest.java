package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.domain.Refusal;
import direttore.domain.access.Grant;
import direttore.domain.access.Role;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways back from the provider that it did not send anybody. */
class ForgedWayBackTest extends FederationFixture {
  @Test
  void anEmptyStateIsNotTheStateOfAnEmptyCookie() {
    nothingHappened(end("direttore_attempt=...", "?code=c"));
    nothingHappened(end("direttore_attempt=...", "?code=c&state="));
    assertThat(provider.asked).isZero();
    assertThat(api.access.audit).isEmpty();
  }

  @Test
  void aWayBackWorksOnce() {
    var begun = begin();
    var in = end(begun);

    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(c -> c.startsWith("direttore_attempt_") && c.contains("Expires=Thu, 1 Jan 1970"));
  }

  @Test
  void aWayBackInAnotherBrowserLeadsNowhere() {
    var victim = begin();
    var attacker = begin();

    nothingHappened(end(victim.cookie(), "?code=c&state=" + attacker.state()));
    nothingHappened(api.client().get(BACK + "?code=c&state=" + attacker.state()));
    assertThat(provider.asked).isZero();
    assertThat(api.access.audit).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?code=c",
        "?state=",
        "?code=c&state=",
        "?code=c&state=x",
        "?error=access_denied",
        "?code=c&state=STATEx",
        "?code=c&state=%20STATE",
        "?code=c&State=STATE",
        "?code=c&state=x&state=STATE"
      })
  void aWayBackThatWasNotSentOutIsRefused(String query) {
    var begun = begin();

    var answer = end(begun.cookie(), query.replace("=STATE", "=" + begun.state()));

    assertThat(answer.problem()).isEqualTo("wrong-sign-in");
    nothingHappened(answer);
    assertThat(provider.asked).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direttore_attempt_MARK=",
        "direttore_attempt_MARK=x",
        "direttore_attempt_MARK=a.b.c.d.e",
        "direttore_attempt_MARK=...",
        "direttore_attempt_MARK=a.b.c.Lw",
        "direttore_attempt_MARK=b.c.STATE",
        "direttore_session=STATE.b.c.Lw",
        "__Host-direttore_attempt_MARK=STATE.b.c.Lw"
      })
  void aCookieThatWasNotGivenOutIsRefused(String cookie) {
    var begun = begin();

    var answer =
        end(
            cookie.replace("STATE", begun.state()).replace("MARK", begun.state().substring(0, 12)),
            "?code=c&state=" + begun.state());

    assertThat(answer.problem()).isEqualTo("wrong-sign-in");
    nothingHappened(answer);
    assertThat(provider.asked).isZero();
  }

  @Test
  void lookingAheadChangesNothing() {
    var begun = begin();

    var answer =
        api.client()
            .send("HEAD", BACK + "?code=c&state=" + begun.state(), null, "Cookie", begun.cookie());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(provider.asked).isZero();
    assertThat(end(begun).status()).isEqualTo(303);
  }

  @Test
  void aSessionThatWasPlantedEnds() {
    var ana = api.access.person("ana", Grant.everywhere(Role.USER));
    var planted = "direttore_session=" + api.access.session(ana);
    var begun = begin("Cookie", planted);

    var in = end(begun.cookie() + "; " + planted, "?code=c&state=" + begun.state());

    assertThat(session(in)).isNotEmpty().isNotEqualTo(planted);
    assertThat(api.client().get("/api/session", "Cookie", planted).status()).isEqualTo(401);
    assertThat(me(in).json().path("name").asText()).isEqualTo("ben");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/ /evil.example",
        "evil.example",
        "",
        "/ü",
        "/sign-in",
        "/welcome#x",
        "/api/session/oidc",
        "/API/session/oidc",
        "/sign-in?return=/"
      })
  void nobodyIsLedElsewhereAfterwards(String wanted) {
    var begun = begun(api.client().get(BEGIN + "?return=" + URLEncoder.encode(wanted, UTF_8)));

    assertThat(end(begun).header("Location")).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%0d%0aSet-Cookie:%20a=b", "%09/evil.example", "%00"})
  void aPathWithControlCharactersIsNotEvenRead(String wanted) {
    var answer = api.client().get(BEGIN + "?return=/" + wanted);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aCookieThatWasTamperedWithLeadsNobodyElsewhere() {
    var begun = begin();
    // base64url of //evil.example
    var tampered = begun.cookie().replaceFirst("[^.]*$", "Ly9ldmlsLmV4YW1wbGU");

    var in = end(tampered, "?code=c&state=" + begun.state());

    assertThat(in.problem()).isEqualTo("wrong-sign-in");
    assertThat(session(in)).isEmpty();
  }

  @Test
  void whoMakesUpManyAnswersHasToWait() {
    var begun = begin();
    provider.refusal = Refusal.NotSignedIn.wrong("the answer does not hold");
    for (int i = 0; i < 30; i++) {
      assertThat(end(begun).status()).isEqualTo(401);
    }

    assertThat(end(begun).problem()).isEqualTo("throttled");
    assertThat(provider.asked).isEqualTo(30);
  }
}
