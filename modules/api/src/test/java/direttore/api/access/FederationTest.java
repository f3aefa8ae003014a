package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.Refusal;
import direttore.domain.access.Grant;
import direttore.domain.access.PersonChange;
import direttore.domain.access.Role;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming in from a server that vouches for people. */
class FederationTest extends FederationFixture {
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
    assertThat(audited(1))
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
    assertThat(answer.detail())
        .contains("admin has an account here already", "your subject there is 1");
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
    "'  Ünal Öz ', unal-oz",
    "Jörg Weiß, jorg-weiss",
    "Łukasz Żółć, lukasz-zolc",
    "Søren Ærø, soren-aero",
    "Юрий Щукин, yurii-shchukin",
    "Γιώργος, giorgos",
    "../../admin, admin",
    "0042, 0042",
    "山田 太郎, user-1",
  })
  void namesAreMadeToFit(String given, String here) {
    provider.name = given;

    assertThat(me(end(begin())).json().path("name").asText()).isEqualTo(here);
  }

  @Test
  void namesakesAreToldApart() {
    var long63 = "a".repeat(63);
    provider.name = "Jörg";
    assertThat(name(end(begin()))).isEqualTo("jorg");
    provider.subject = "2";
    assertThat(name(end(begin()))).isEqualTo("jorg-2");
    provider.name = "jørg";
    provider.subject = "3";
    assertThat(name(end(begin()))).isEqualTo("jorg-3");
    provider.name = long63 + "bcd";
    provider.subject = "4";
    assertThat(name(end(begin()))).isEqualTo(long63);
    provider.subject = "5";
    assertThat(name(end(begin()))).isEqualTo("a".repeat(61) + "-2");
    provider.name = "anonymous";
    provider.subject = "6";
    assertThat(name(end(begin()))).isEqualTo("anonymous-2");
  }

  private String name(Answer in) {
    return me(in).json().path("name").asText();
  }

  @Test
  void whoWasDeletedComesBackAsSomebodyNew() {
    api.access.person("admin", Grant.everywhere(Role.ADMIN));
    var in = end(begin());
    api.access.delete("ben");

    assertThat(me(in).status()).isEqualTo(401);
    assertThat(name(end(begin()))).isEqualTo("ben-2");
  }

  @Test
  void aNewNameForPeopleIsTakenOverOfWhoCameFromThere() {
    end(begin());
    provider.display = "Ben Bluemont";
    end(begin());

    assertThat(api.access.now("ben").display()).isEqualTo("Ben Bluemont");
  }

  @Test
  void correctedRolesCountForWhoIsSignedIn() {
    var in = end(begin());

    api.access.settings("students=viewer");

    assertThat(me(in).json().path("role").asText()).isEqualTo("viewer");
  }

  @Test
  void aGroupGivesATeamAndWhatItsMembersMayDo() {
    api.access.settings("students=user@team:red");
    api.access.team("red");

    var me = me(end(begin())).json();

    assertThat(me.path("teams")).extracting(JsonNode::asText).containsExactly("red");
    assertThat(me.path("sentences").toString()).contains("of team red");
    provider.groups = Set.of("others");
    end(begin());
    assertThat(api.access.now("ben").teams()).isEmpty();
  }

  @Test
  void theAuditHasWhatTheGroupsGaveAndTookAway() {
    end(begin());
    end(begin());
    provider.groups = Set.of("staff");
    end(begin());

    var kept = audited(3);
    assertThat(kept.get(0).before()).isNull();
    assertThat(kept.get(0).after()).contains("\"user\"");
    assertThat(kept.get(1).after()).isNull();
    assertThat(kept.get(2).before()).contains("\"user\"");
    assertThat(kept.get(2).after()).contains("\"operator\"");
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

  @Test
  void whoHasToWaitIsToldHowLong() {
    // The tries begin before, as the provider gives no way in while it refuses.
    var tries = Stream.generate(this::begin).limit(32).toList();
    provider.refusal = Refusal.NotSignedIn.wrong("the answer of University is not valid");
    tries.subList(0, 30).forEach(this::end);

    assertThat(where(end(tries.get(30), "Accept", "text/html")))
        .matches("/sign-in\\?error=throttled&wait=[12]&return=/resources\\?q=web");
    var program = end(tries.get(31));
    assertThat(program.status()).isEqualTo(429);
    assertThat(program.header("Retry-After")).matches("[12]");
  }

  @Test
  void anotherAccountIsAskedForOnlyWhereItIsWanted() {
    api.client().get(BEGIN);
    assertThat(provider.another).isFalse();

    api.client().get(BEGIN + "?another=true");

    assertThat(provider.another).isTrue();
  }

  private static String where(Answer answer) {
    assertThat(answer.status()).isEqualTo(303);
    assertThat(session(answer)).isEmpty();
    return URLDecoder.decode(answer.header("Location"), UTF_8);
  }

  @Test
  void overTlsTheCookieIsForThisHostAlone() {
    var https = new String[] {"X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.7"};

    var answer = api.client().get(BEGIN, https);

    assertThat(answer.header("Set-Cookie"))
        .startsWith("__Host-direttore_attempt_")
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

  @Test
  void twoTabsBothComeInAndAnOldAnswerEndsNeither() {
    var one = begin();
    var two = begin();
    var both = one.cookie() + "; " + two.cookie();

    assertThat(end(both, "?code=c&state=" + one.state()).header("Location"))
        .isEqualTo("/resources?q=web");
    assertThat(end(both, "?code=c&state=old").status()).isEqualTo(401);
    assertThat(end(two).header("Location")).isEqualTo("/resources?q=web");
  }

  @Test
  void whoGoesBackInTheBrowserJustGoesOn() {
    var html = new String[] {"Accept", "text/html"};
    var begun = begin();
    var in = end(begun);

    assertThat(end(session(in), "?code=c&state=" + begun.state(), html).header("Location"))
        .isEqualTo("/resources?q=web");
    assertThat(where(end("other=1", "?code=c&state=" + begun.state(), html)))
        .isEqualTo("/sign-in?error=expired&return=/resources?q=web");
    assertThat(provider.asked).isEqualTo(1);
  }

  @Test
  void mistypedPasswordsOfNeighboursKeepNobodyFromTheProvider() {
    for (var i = 0; i < 60; i++) {
      api.client().post("/api/session", "{\"name\":\"n%d\",\"password\":\"wrong\"}".formatted(i));
    }

    assertThat(session(end(begin()))).isNotEmpty();
  }

  @Test
  void whoSignsOutIsLedThroughTheProvider() {
    var in = end(begin());

    var out =
        api.client()
            .send(
                "POST",
                BEGIN + "/sign-out",
                null,
                "Cookie",
                session(in),
                "Sec-Fetch-Site",
                "same-origin");

    assertThat(out.json().path("href").asText())
        .isEqualTo("https://uni.example/bye?hint=id-token-of-first");
    assertThat(me(in).status()).isEqualTo(401);
  }

  @Test
  void whoIsDisabledAtTheProviderIsOutAtTheNextQuestionWithTheirTokens() {
    var in = end(begin());
    var token = api.access.token(api.access.now("ben"), Role.USER);
    var bearer = new String[] {"Authorization", "Bearer " + token};

    provider.refusal = new Refusal.Unreachable("University", "silent", null);
    assertThat(api.access.recheck(Duration.ofDays(8))).isEmpty();
    assertThat(me(in).status()).isEqualTo(200);
    provider.refusal = Refusal.NotSignedIn.wrong("University refused it: invalid_grant");
    assertThat(api.access.recheck(Duration.ofDays(8))).containsExactly("ben");

    assertThat(me(in).status()).isEqualTo(401);
    assertThat(api.client().get("/api/session", bearer).status()).isEqualTo(401);
    provider.refusal = null;
    assertThat(me(end(begin())).status()).isEqualTo(200);
    assertThat(api.client().get("/api/session", bearer).status()).isEqualTo(200);
  }

  @Test
  void groupsAreRenewedWithoutAnotherSignIn() {
    var in = end(begin());
    provider.groups = Set.of("staff");

    assertThat(api.access.recheck(Duration.ofDays(1))).isEmpty();
    assertThat(me(in).json().path("role").asText()).as("not due yet").isEqualTo("user");
    api.access.recheck(Duration.ofDays(8));
    assertThat(me(in).json().path("role").asText()).isEqualTo("operator");
  }
}
