package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import direttore.domain.access.Grant;
import direttore.domain.access.IdentityProvider;
import direttore.domain.access.PersonChange;
import direttore.domain.access.Role;
import direttore.domain.access.Vouched;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in from a server that vouches for people. */
class FederationTest {
  private static final String BEGIN = "/api/session/oidc";
  private static final String BACK = BEGIN + "/callback";
  private final Provider provider = new Provider();
  private final TestApi api = TestApi.federated(provider);

  @AfterEach
  void stop() {
    api.close();
  }

  /** Believes every answer that says whom it is about. */
  private static final class Provider implements IdentityProvider {
    private @Nullable Refusal refusal;
    private String subject = "1";
    private String name = "ben";
    private Set<String> groups = Set.of("students");
    private @Nullable URI back;
    private int asked;

    @Override
    public String name() {
      return "University";
    }

    @Override
    public URI ask(Attempt attempt, URI to) {
      if (refusal != null) {
        throw refusal;
      }
      back = to;
      return URI.create("https://uni.example/authorize?state=" + attempt.state().text());
    }

    @Override
    public Vouched answer(Attempt attempt, URI to, Map<String, List<String>> answer) {
      asked++;
      if (refusal != null) {
        throw refusal;
      }
      assertThat(to).isEqualTo(back);
      return new Vouched("https://uni.example", subject, name, "Ben Blue", groups);
    }
  }

  /** A try that a browser has begun: its cookie, and what the provider was given. */
  private record Begun(String cookie, String state) {}

  private Begun begin(String... headers) {
    return begun(api.client().get(BEGIN + "?return=%2Fresources%3Fq%3Dweb", headers));
  }

  private static Begun begun(Answer answer) {
    assertThat(answer.status()).isEqualTo(303);
    return new Begun(
        answer.header("Set-Cookie").replaceFirst(";.*", ""),
        answer.header("Location").replaceFirst(".*state=", ""));
  }

  private Answer end(Begun begun, String... headers) {
    return end(begun.cookie(), "?code=c&state=" + begun.state(), headers);
  }

  private Answer end(String cookie, String query, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Cookie";
    all[1] = cookie;
    return api.client().get(BACK + query, all);
  }

  private static String session(Answer answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(c -> c.startsWith("direttore_session="))
        .map(c -> c.replaceFirst(";.*", ""))
        .findFirst()
        .orElse("");
  }

  private Answer me(Answer in) {
    return api.client().get("/api/session", "Cookie", session(in));
  }

  private void nothingHappened(Answer answer) {
    assertThat(session(answer)).isEmpty();
    assertThat(api.access.people()).isEmpty();
  }

  @Test
  void whoIsVouchedForComesInAsTheirGroupsSay() {
    assertThat(api.client().get("/api/sign-in").json().at("/oidc/name").asText())
        .isEqualTo("University");

    var in = end(begin());

    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("/resources?q=web");
    var me = me(in).json();
    assertThat(me.path("name").asText()).isEqualTo("ben");
    assertThat(me.path("role").asText()).isEqualTo("user");
    assertThat(me.path("local").asBoolean()).isFalse();
    assertThat(api.access.audit)
        .last()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("sign-in.oidc");
          assertThat(entry.who()).isEqualTo("ben");
          assertThat(entry.target()).isEqualTo("person/ben");
        });
  }

  @Test
  void theyAreTheSamePersonNextTimeWithWhatTheirGroupsSayThen() {
    end(begin());
    provider.groups = Set.of("staff");
    provider.name = "another-name";

    var me = me(end(begin())).json();

    assertThat(me.path("name").asText()).isEqualTo("ben");
    assertThat(me.path("role").asText()).isEqualTo("operator");
    assertThat(me.path("grants")).hasSize(1);
  }

  @Test
  void whatWasGivenHereStaysBesideWhatTheGroupsGive() {
    api.access.person("admin", Grant.everywhere(Role.ADMIN));
    end(begin());
    api.access.change("ben", PersonChange.grants(List.of(Grant.everywhere(Role.VIEWER))));
    provider.groups = Set.of();

    var me = me(end(begin())).json();

    assertThat(me.path("role").asText()).isEqualTo("viewer");
  }

  @Test
  void whoLeavesTheirGroupsIsKeptOut() {
    end(begin());
    provider.groups = Set.of("strangers");

    var answer = end(begin());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.detail()).contains("no group that may use this lab");
    assertThat(session(answer)).isEmpty();
    assertThat(api.access.now("ben").grants()).isEmpty();
  }

  @Test
  void whoIsInNoGroupOfOursIsNotEvenKnown() {
    provider.groups = Set.of("strangers");

    nothingHappened(end(begin()));
  }

  @Test
  void nobodyGetsAnAccountByCallingThemselvesLikeIt() {
    var admin = api.access.person("admin", Grant.everywhere(Role.ADMIN));
    provider.name = "admin";

    var answer = end(begin());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.detail()).contains("admin is somebody else's name here", "subject 1");
    assertThat(session(answer)).isEmpty();
    assertThat(api.access.now("admin").id()).isEqualTo(admin.id());
  }

  @Test
  void whoIsDisabledHereStaysOut() {
    api.access.person("admin", Grant.everywhere(Role.ADMIN));
    end(begin());
    api.access.change("ben", PersonChange.disabled(true));

    var answer = end(begin());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(session(answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Ben.Blue@Uni.Example, ben.blue@uni.example",
    "'  Ünal Öz ', nal-z-",
    "../../admin, admin",
  })
  void namesAreMadeToFit(String given, String here) {
    provider.name = given;

    assertThat(me(end(begin())).json().path("name").asText()).isEqualTo(here);
  }

  @Test
  void anEmptyStateIsNotTheStateOfAnEmptyCookie() {
    nothingHappened(end("direttore_attempt=...", "?code=c"));
    nothingHappened(end("direttore_attempt=...", "?code=c&state="));
    assertThat(provider.asked).isZero();
    assertThat(api.access.audit).isEmpty();
  }

  @Test
  void theAuditHasWhatTheGroupsGaveAndTookAway() {
    end(begin());
    end(begin());
    provider.groups = Set.of("staff");
    end(begin());

    var kept = api.access.audit;
    assertThat(kept.get(0).before()).isNull();
    assertThat(kept.get(0).after()).contains("\"user\"");
    assertThat(kept.get(1).after()).isNull();
    assertThat(kept.get(2).before()).contains("\"user\"");
    assertThat(kept.get(2).after()).contains("\"operator\"");
  }

  @Test
  void aWayBackWorksOnce() {
    var begun = begin();
    var in = end(begun);

    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(
            c -> c.startsWith("direttore_attempt=;") && c.contains("Expires=Thu, 1 Jan 1970"));
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
        "direttore_attempt=",
        "direttore_attempt=x",
        "direttore_attempt=a.b.c.d.e",
        "direttore_attempt=...",
        "direttore_attempt=a.b.c.Lw",
        "direttore_attempt=STATE.b.c.%%%",
        "direttore_session=STATE.b.c.Lw",
        "__Host-direttore_attempt=STATE.b.c.Lw"
      })
  void aCookieThatWasNotGivenOutIsRefused(String cookie) {
    var begun = begin();

    var answer = end(cookie.replace("STATE", begun.state()), "?code=c&state=" + begun.state());

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
  void aWishWithControlCharactersIsNotEvenRead(String wanted) {
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

    assertThat(in.header("Location")).isEqualTo("/");
  }

  @Test
  void peopleAreToldOnTheSignInPage() {
    var html = new String[] {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};

    assertThat(where(end(begin().cookie(), "?code=c&state=x", html)))
        .isEqualTo("/sign-in?error=expired&return=/");
    provider.groups = Set.of();
    assertThat(where(end(begin(), html)))
        .isEqualTo("/sign-in?error=unknown&return=/resources?q=web");
    var denied = begin();
    var failed = begin();
    provider.refusal = Refusal.NotSignedIn.wrong("University answered access_denied");
    assertThat(where(end(denied.cookie(), "?error=access_denied&state=" + denied.state(), html)))
        .isEqualTo("/sign-in?error=denied&return=/resources?q=web");
    assertThat(where(end(failed, html))).isEqualTo("/sign-in?error=failed&return=/resources?q=web");
    provider.refusal = new Refusal.Unreachable("University", "University does not answer", null);
    assertThat(where(api.client().get(BEGIN + "?return=/resources", html)))
        .isEqualTo("/sign-in?error=failed&return=/resources");
    assertThat(api.client().get(BEGIN).detail()).isEqualTo("University does not answer");
  }

  private static String where(Answer answer) {
    assertThat(answer.status()).isEqualTo(303);
    assertThat(session(answer)).isEmpty();
    return URLDecoder.decode(answer.header("Location"), UTF_8);
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

  @Test
  void overTlsTheCookieIsForThisHostAlone() {
    var https = new String[] {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7"};

    var answer = api.client().get(BEGIN, https);

    assertThat(answer.header("Set-Cookie"))
        .startsWith("__Host-direttore_attempt=")
        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600");
    assertThat(String.valueOf(provider.back)).startsWith("https://127.0.0.1:").endsWith(BACK);
    assertThat(end(begun(answer), https).headers().allValues("Set-Cookie"))
        .anyMatch(c -> c.startsWith("__Host-direttore_session=") && c.contains("Secure"));
  }

  @Test
  void whereNobodyVouchesThereIsNothing() {
    try (var alone = TestApi.guarded()) {
      assertThat(alone.client().get(BEGIN).status()).isEqualTo(404);
      assertThat(alone.client().get(BACK + "?code=c&state=x").status()).isEqualTo(404);
      assertThat(alone.client().get("/api/sign-in").json().path("oidc").isNull()).isTrue();
    }
  }
}
