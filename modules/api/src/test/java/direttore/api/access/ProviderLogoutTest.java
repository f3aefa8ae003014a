package direttore.api.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import direttore.api.TestApi;
import direttore.api.TestClient.Answer;
import direttore.domain.Refusal;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Person;
import direttore.domain.access.Role;
import java.net.URLEncoder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the provider says of sign-outs there, and what somebody else says in its place. */
class ProviderLogoutTest extends FederationFixture {
  private static final String SIGNED_OUT = BEGIN + "/signed-out";
  private static final String FORM = "application/x-www-form-urlencoded";

  private Answer said(String token) {
    return form("logout_token=" + URLEncoder.encode(token, UTF_8));
  }

  private Answer form(String body) {
    return send(body, FORM);
  }

  private Answer send(String body, String type) {
    return api.client().send("POST", SIGNED_OUT, body.getBytes(UTF_8), "Content-Type", type);
  }

  @Test
  void theSessionThatEndedThereEndsHereAtOnceAndNoOther() {
    var one = end(begin());
    provider.there = "second";
    var two = end(begin());

    var answer = said("1 - first");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(me(one).status()).isEqualTo(401);
    assertThat(me(two).status()).isEqualTo(200);
    assertThat(audited(3))
        .last()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("sign-out.oidc");
          assertThat(entry.target()).isEqualTo("person/ben");
          assertThat(entry.after()).as("the token is a secret").isNull();
        });
  }

  @Test
  void aPersonWhoIsOutThereIsOutHereWithAllSessionsOfThere() {
    var one = end(begin());
    provider.there = "second";
    var two = end(begin());
    var byPassword = api.access.session(api.access.now("ben"));

    assertThat(said("1 1 -").status()).isEqualTo(200);

    assertThat(me(one).status()).isEqualTo(401);
    assertThat(me(two).status()).isEqualTo(401);
    assertThat(
            api.client().get("/api/session", "Cookie", "direttore_session=" + byPassword).status())
        .isEqualTo(200);
  }

  @Test
  void whoSignsOutIsNotTakenForDisabled() {
    var token = api.access.token(tokenOwner(), Role.USER);
    provider.there = "second";
    var two = end(begin());
    said("1 - first");
    provider.refusal = Refusal.NotSignedIn.wrong("invalid_grant: Session not active");

    assertThat(api.access.recheck(Duration.ofDays(8))).as("of the second").containsExactly("ben");
    assertThat(me(two).status()).isEqualTo(401);
    provider.refusal = null;
    provider.there = "third";
    end(begin());
    said("2 - third");
    provider.refusal = Refusal.NotSignedIn.wrong("invalid_grant: Session not active");
    assertThat(api.access.recheck(Duration.ofDays(16))).as("nobody is asked about").isEmpty();
    assertThat(api.client().get("/api/session", "Authorization", "Bearer " + token).status())
        .as("its owner only left a browser")
        .isEqualTo(200);
  }

  private Person tokenOwner() {
    end(begin());
    return api.access.now("ben");
  }

  @Test
  void aSessionThatIsOverThereEndsAloneWhereAnotherGoesOn() {
    var one = end(begin());
    provider.there = "second";
    var two = end(begin());
    provider.overThere = "first";

    assertThat(api.access.recheck(Duration.ofDays(8))).containsExactly("ben");

    assertThat(me(one).status()).isEqualTo(401);
    assertThat(me(two).status()).isEqualTo(200);
  }

  @Test
  void wordThatCameBeforeEndsNothing() {
    said("1 1 -");
    var in = end(begin());

    var again = said("1 1 -");

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.field()).isEqualTo("logout_token");
    assertThat(again.json().at("/errors/0/detail").asText()).isEqualTo("was sent before");
    assertThat(me(in).status()).isEqualTo(200);
  }

  @Test
  void whatIsNotTheProvidersWordEndsNothingAndIsKeptWithoutTheToken() {
    var in = end(begin());

    var answer = said("made-up");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid");
    assertThat(answer.field()).isEqualTo("logout_token");
    assertThat(me(in).status()).isEqualTo(200);
    assertThat(audited(2))
        .last()
        .satisfies(entry -> {
          assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
          assertThat(entry.detail()).isEqualTo("not valid: logout_token");
          assertThat(entry.after()).isNull();
        });
  }

  @Test
  void nobodyThereIsNoFaultAndNoEntry() {
    end(begin());
    audited(1);

    assertThat(said("1 nobody -").status()).isEqualTo(200);

    // Written after its answer, if at all: the next entry would come behind it.
    said("made-up");
    assertThat(audited(2)).last().extracting(e -> e.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(api.access.audit).hasSize(2);
  }

  @Test
  void whoMakesUpTokensWaitsAndKeepsNobodyFromComingIn() {
    for (var i = 0; i < 30; i++) {
      assertThat(said("made-up").status()).isEqualTo(400);
    }

    assertThat(said("made-up").status()).isEqualTo(429);
    assertThat(session(end(begin()))).isNotEmpty();
  }

  @Test
  void itComesAsAForm() {
    assertThat(form("logout_token=1+1+-&more=passed+over").status()).isEqualTo(200);
    assertThat(form("").field()).isEqualTo("logout_token");
    assertThat(form("other=1").field()).isEqualTo("logout_token");
    assertThat(form("logout_token=2+1+-&logout_token=3+1+-").problem()).isEqualTo("malformed");
    assertThat(form("logout_token=%zz").problem()).isEqualTo("malformed");
    var json = send("{\"logout_token\":\"4 1 -\"}", "application/json");
    assertThat(json.status()).isEqualTo(415);
    assertThat(json.problem()).isEqualTo("not-form");
    assertThat(send("logout_token=5+1+-", FORM + "; charset=UTF-8").status()).isEqualTo(200);
  }

  @Test
  void aPageOfAnotherServerSaysNothing() {
    var in = end(begin());

    var answer =
        api.client()
            .send(
                "POST",
                SIGNED_OUT,
                "logout_token=1+1+-".getBytes(UTF_8),
                "Content-Type",
                FORM,
                "Origin",
                "https://evil.example");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(me(in).status()).isEqualTo(200);
  }

  @Test
  void whereNobodyVouchesThereIsNothingToHear() {
    try (var alone = TestApi.guarded()) {
      assertThat(
              alone
                  .client()
                  .send(
                      "POST",
                      SIGNED_OUT,
                      "logout_token=1+1+-".getBytes(UTF_8),
                      "Content-Type",
                      FORM)
                  .status())
          .isEqualTo(404);
    }
  }
}
