package direttore.access.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static direttore.access.oidc.ForgedProvider.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import direttore.domain.access.Vouched;
import direttore.testkit.SettableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIdProviderTest {
  private static final String CONFIGURATION = "/.well-known/openid-configuration";
  private static final URI BACK = URI.create("https://lab.example/api/session/oidc/callback");
  private final ForgedProvider forged = new ForgedProvider();
  private final Attempt attempt = Attempt.fresh();

  @AfterEach
  void stop() {
    forged.close();
  }

  private OpenIdProvider provider() {
    return provider(forged.registration());
  }

  private static OpenIdProvider provider(Registration registration) {
    return new OpenIdProvider(registration, Clock.systemUTC());
  }

  private Map<String, List<String>> code() {
    return Map.of("code", List.of("a-code"), "state", List.of(attempt.state().text()));
  }

  private String honestToken() {
    return signed(forged.honest(attempt.nonce().text()).build());
  }

  @Test
  void theBrowserIsSentWithStateNonceAndAChallenge() {
    var there = provider().ask(attempt, BACK, false);

    assertThat(there.toString()).startsWith(forged.issuer() + "/authorize?");
    var asked = URLUtils.parseParameters(there.getRawQuery());
    assertThat(asked)
        .containsEntry("tenant", List.of("uni"))
        .containsEntry("response_type", List.of("code"))
        .containsEntry("client_id", List.of("direttore"))
        .containsEntry("redirect_uri", List.of(BACK.toString()))
        .containsEntry("scope", List.of("openid groups"))
        .containsEntry("state", List.of(attempt.state().text()))
        .containsEntry("nonce", List.of(attempt.nonce().text()))
        .containsEntry("code_challenge_method", List.of("S256"))
        .containsEntry(
            "code_challenge",
            List.of(
                CodeChallenge.compute(
                        CodeChallengeMethod.S256, new CodeVerifier(attempt.verifier().text()))
                    .getValue()));
    assertThat(there.toString()).doesNotContain(attempt.verifier().text());
  }

  @Test
  void whatAnHonestProviderSaysIsBelieved() {
    forged.answersWith(honestToken());

    var vouched = provider().answer(attempt, BACK, code());

    assertThat(vouched)
        .usingRecursiveComparison()
        .ignoringFields("renewal")
        .isEqualTo(
            new Vouched(
                forged.issuer(), "subject-of-ben", "ben", "Ben Blue", Set.of("students", "staff")));
    forged
        .server()
        .verify(
            postRequestedFor(urlEqualTo("/token"))
                .withFormParam("code", equalTo("a-code"))
                .withFormParam("code_verifier", equalTo(attempt.verifier().text()))
                .withFormParam("redirect_uri", equalTo(BACK.toString()))
                .withHeader("Authorization", matching("Basic .+")));
  }

  @Test
  void theSecretGoesIntoTheBodyWhereTheProviderWantsItThere() {
    forged.configuration(all -> {
      all.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
      return all;
    });
    forged.answersWith(honestToken());

    provider().answer(attempt, BACK, code());

    forged
        .server()
        .verify(
            postRequestedFor(urlEqualTo("/token"))
                .withoutHeader("Authorization")
                .withFormParam("client_secret", equalTo(ForgedProvider.SECRET)));
  }

  @Test
  void aPublicClientHasItsVerifierAlone() {
    forged.answersWith(honestToken());

    provider(forged.registration(null, "groups")).answer(attempt, BACK, code());

    forged
        .server()
        .verify(
            postRequestedFor(urlEqualTo("/token"))
                .withoutHeader("Authorization")
                .withFormParam("client_id", equalTo("direttore")));
  }

  @Test
  void groupsAreFoundWithinObjectsAndUnderWebAddresses() {
    var claims =
        forged
            .honest(attempt.nonce().text())
            .claim("realm_access", Map.of("roles", List.of("lab", 7)))
            .claim("https://lab.example/groups", "one");
    forged.answersWith(signed(claims.build()));

    assertThat(
            provider(forged.registration("s", "realm_access.roles"))
                .answer(attempt, BACK, code())
                .groups())
        .containsExactly("lab");
    assertThat(
            provider(forged.registration("s", "https://lab.example/groups"))
                .answer(attempt, BACK, code())
                .groups())
        .containsExactly("one");
    assertThat(
            provider(forged.registration("s", "realm_access.nothing"))
                .answer(attempt, BACK, code())
                .groups())
        .isEmpty();
  }

  @Test
  void whatTheTokenLeavesOutIsAskedForWithTheAccessToken() {
    forged.says(Map.of("sub", "subject-of-ben", "groups", List.of("students"), "name", "Another"));
    var token =
        forged.honest(attempt.nonce().text()).claim("groups", null).claim("name", "Ben").build();
    forged.answersWith(signed(token));

    var vouched = provider().answer(attempt, BACK, code());

    assertThat(vouched.groups()).containsExactly("students");
    // What is signed goes before what is not.
    assertThat(vouched.display()).isEqualTo("Ben");
    forged
        .server()
        .verify(
            getRequestedFor(urlEqualTo("/me"))
                .withHeader("Authorization", equalTo("Bearer an access token")));
  }

  @Test
  void aPersonWithoutAnyNameIsCalledByTheSubject() {
    var token =
        forged
            .honest(attempt.nonce().text())
            .claim("preferred_username", null)
            .claim("name", null)
            .build();
    forged.answersWith(signed(token));

    assertThat(provider().answer(attempt, BACK, code()).name()).isEqualTo("subject-of-ben");
  }

  @Test
  void keysThatTheProviderChangedAreAskedForAgain() {
    var provider = provider();
    forged.answersWith(honestToken());
    provider.answer(attempt, BACK, code());
    var fresh = ForgedProvider.fresh("next");
    forged
        .server()
        .stubFor(get("/jwks").willReturn(okJson(new JWKSet(fresh.toPublicJWK()).toString())));
    forged.answersWith(signed(forged.honest(attempt.nonce().text()).build(), fresh));

    assertThat(provider.answer(attempt, BACK, code()).name()).isEqualTo("ben");
  }

  @Test
  void aProviderThatIsNotThereIsUnreachable() {
    var registration = forged.registration();
    forged.close();

    assertThatThrownBy(() -> provider(registration).ask(attempt, BACK, false))
        .isInstanceOfSatisfying(
            Refusal.Unreachable.class, e -> assertThat(e.system()).isEqualTo("University"));
  }

  @Test
  void anExchangeThatBreaksOffIsUnreachableAndCanBeTriedAgain() {
    forged
        .server()
        .stubFor(
            post("/token")
                .willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    var provider = provider();

    assertThatThrownBy(() -> provider.answer(attempt, BACK, code()))
        .isInstanceOf(Refusal.Unreachable.class);

    forged.answersWith(honestToken());
    assertThat(provider.answer(attempt, BACK, code()).name()).isEqualTo("ben");
  }

  @Test
  void aConfigurationOfAnotherIssuerIsRefused() {
    forged.configuration(all -> {
      all.put("issuer", "https://evil.example");
      return all;
    });

    assertThatThrownBy(() -> provider().ask(attempt, BACK, false))
        .isInstanceOf(Refusal.Upstream.class);
  }

  @Test
  void aConfigurationThatCannotBeUsedIsRefused() {
    forged.configuration(all -> {
      all.remove("token_endpoint");
      return all;
    });
    assertThatThrownBy(() -> provider().ask(attempt, BACK, false))
        .isInstanceOf(Refusal.Upstream.class);

    forged.configuration(all -> {
      all.put("id_token_signing_alg_values_supported", List.of("HS256", "none"));
      return all;
    });
    assertThatThrownBy(() -> provider().ask(attempt, BACK, false))
        .isInstanceOf(Refusal.Upstream.class);
  }

  @Test
  void aProviderThatFailedIsLeftAloneForAMoment() {
    var clock = new SettableClock(Instant.now());
    var provider = new OpenIdProvider(forged.registration(), clock);
    forged.server().stubFor(get(CONFIGURATION).willReturn(WireMock.serverError()));

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> provider.ask(attempt, BACK, false)).isInstanceOf(Refusal.class);
    }
    forged.server().verify(1, getRequestedFor(urlEqualTo(CONFIGURATION)));

    forged.configuration(all -> all);
    clock.advance(Duration.ofSeconds(16));
    assertThat(provider.ask(attempt, BACK, false).toString()).startsWith(forged.issuer());
  }

  @Test
  void whatIsKnownHoldsWhileTheProviderCannotBeAskedAnew() {
    var clock = new SettableClock(Instant.now());
    var provider = new OpenIdProvider(forged.registration(), clock);
    provider.ask(attempt, BACK, false);
    forged.server().stubFor(get(CONFIGURATION).willReturn(WireMock.serverError()));
    clock.advance(Duration.ofSeconds(3700));

    assertThat(provider.ask(attempt, BACK, false).toString()).startsWith(forged.issuer());
    assertThat(provider.ask(attempt, BACK, false).toString()).startsWith(forged.issuer());

    forged.server().verify(2, getRequestedFor(urlEqualTo(CONFIGURATION)));
  }

  @Test
  void howTheProviderWorksIsAskedOnce() {
    var provider = provider();

    provider.ask(attempt, BACK, false);
    provider.ask(Attempt.fresh(), BACK, false);

    forged.server().verify(1, getRequestedFor(urlEqualTo(CONFIGURATION)));
  }

  @Test
  void itIsAskedAgainWithTheRefreshTokenAndSaysNoWhenSomebodyIsDisabled() {
    var first = new Vouched.Renewal("the refresh token", "the ID token", null);
    forged.answers(
        200,
        Map.of(
            "access_token", "another",
            "token_type", "Bearer",
            "refresh_token", "the next one",
            "id_token", signed(forged.honest("any").claim("groups", List.of("staff")).build())));

    var again = provider().renew("subject-of-ben", first);

    assertThat(again.groups()).containsExactly("staff");
    assertThat(again.renewal().refresh()).isEqualTo("the next one");
    assertThatThrownBy(() -> provider().renew("somebody-else", first))
        .isInstanceOf(Refusal.Upstream.class);
    forged.answers(503, Map.of("error", "temporarily_unavailable"));
    assertThatThrownBy(() -> provider().renew("subject-of-ben", first))
        .isInstanceOf(Refusal.Upstream.class);
    forged.answers(400, Map.of("error", "invalid_grant", "error_description", "User disabled"));
    assertThatThrownBy(() -> provider().renew("subject-of-ben", first))
        .isInstanceOf(Refusal.NotSignedIn.class)
        .hasMessageContaining("invalid_grant: User disabled");
    var known = provider();
    known.ask(attempt, BACK, false);
    forged.server().stop();
    assertThatThrownBy(() -> known.renew("subject-of-ben", first))
        .isInstanceOf(Refusal.Unreachable.class);
  }

  @Test
  void whoLeavesIsLedThroughTheProvider() {
    var back = URI.create("https://lab.example/sign-in");
    assertThat(provider().leave(honestToken(), back)).isEmpty();
    forged.configuration(all -> {
      all.put("end_session_endpoint", forged.issuer() + "/bye");
      return all;
    });

    assertThat(provider().leave(honestToken(), back))
        .hasValueSatisfying(there ->
            assertThat(there.toString())
                .startsWith(forged.issuer() + "/bye?")
                .contains(
                    "id_token_hint=",
                    "post_logout_redirect_uri=https%3A%2F%2Flab.example%2Fsign-in"));
  }

  @Test
  void whatIsPreferredIsAskedForAndRequired() {
    var usual = forged.registration();
    var preferences = new Registration.Preferences("login", List.of("mfa"), null);
    var strict =
        new OpenIdProvider(
            new Registration(
                usual.name(),
                usual.issuer(),
                usual.client(),
                usual.secret(),
                usual.scopes(),
                usual.nameClaim(),
                usual.groupsClaim(),
                usual.patience(),
                preferences),
            Clock.systemUTC());

    assertThat(strict.ask(attempt, BACK, false).toString())
        .contains("prompt=login", "acr_values=mfa");
    assertThat(strict.ask(attempt, BACK, true).toString()).contains("prompt=select_account");
    forged.answersWith(honestToken());
    assertThatThrownBy(() -> strict.answer(attempt, BACK, code()))
        .isInstanceOf(Refusal.NotSignedIn.class);
    forged.answersWith(signed(forged.honest(attempt.nonce().text()).claim("acr", "mfa").build()));
    assertThat(strict.answer(attempt, BACK, code()).name()).isEqualTo("ben");
  }
}
