package direttore.access.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why nobody can sign in at a provider, each reason in its own words. */
class ProviderTroubleTest {
  private static final String CONFIGURATION = "/.well-known/openid-configuration";
  private static final URI BACK = URI.create("https://lab.example/api/session/oidc/callback");
  private final ForgedProvider forged = new ForgedProvider();

  @AfterEach
  void stop() {
    forged.close();
  }

  private String trouble(String issuer) {
    return trouble(issuer, Duration.ofSeconds(10));
  }

  private static String trouble(String issuer, Duration patience) {
    var registration =
        new Registration(
            "University",
            URI.create(issuer),
            ForgedProvider.CLIENT,
            ForgedProvider.SECRET,
            List.of("openid"),
            "preferred_username",
            "groups",
            patience);
    return new OpenIdProvider(registration, Clock.systemUTC()).trouble().orElse("none");
  }

  private String trouble() {
    return trouble(forged.issuer());
  }

  @Test
  void aProviderThatWorksHasNone() {
    forged.answers(400, Map.of("error", "invalid_grant"));

    assertThat(trouble()).isEqualTo("none");
  }

  @Test
  void aWrongSecretIsSaidAsSuchAndIsNobodysGuess() {
    forged.answers(401, Map.of("error", "invalid_client", "error_description", "Bad secret"));
    var attempt = Attempt.fresh();
    var code = Map.of("code", List.of("c"), "state", List.of(attempt.state().text()));

    assertThat(trouble())
        .isEqualTo(
            "University does not accept OIDC_CLIENT_ID with OIDC_CLIENT_SECRET"
                + " (invalid_client: Bad secret)");
    assertThatThrownBy(() ->
            new OpenIdProvider(forged.registration(), Clock.systemUTC())
                .answer(attempt, BACK, code))
        .isInstanceOf(Refusal.Upstream.class)
        .hasMessageContaining("OIDC_CLIENT_SECRET");
  }

  @Test
  void anotherIssuerIsNamedBesideTheOneThatWasSet() {
    forged.configuration(all -> {
      all.put("issuer", "https://other.example/realms/lab");
      return all;
    });

    assertThat(trouble())
        .isEqualTo(
            "University calls itself https://other.example/realms/lab, but OIDC_ISSUER is "
                + forged.issuer());
  }

  @Test
  void aSlashTooManyIsAnotherIssuerAsPeopleAreKnownByIt() {
    assertThat(trouble(forged.issuer() + "/"))
        .isEqualTo(
            "University calls itself %s, but OIDC_ISSUER is %s/"
                .formatted(forged.issuer(), forged.issuer()));
  }

  @Test
  void anAddressWithoutAProviderIsNoBrokenConnection() {
    assertThat(trouble(forged.issuer() + "/realms/lba"))
        .isEqualTo(
            "University has no OpenID configuration at %s/realms/lba%s (status 404):"
                    .formatted(forged.issuer(), CONFIGURATION)
                + " is OIDC_ISSUER right?");
  }

  @Test
  void aProviderThatFailsIsNoWrongSetting() {
    forged.server().stubFor(get(CONFIGURATION).willReturn(WireMock.serverError()));

    assertThat(trouble())
        .isEqualTo("University fails by itself: status 500 at " + forged.issuer() + CONFIGURATION);
  }

  @Test
  void aPageInsteadOfAConfigurationIsSaid() {
    forged.server().stubFor(get(CONFIGURATION).willReturn(WireMock.ok("<html>Welcome")));

    assertThat(trouble()).startsWith("University says of itself what cannot be used: ");
  }

  @Test
  void nothingThatListensIsSaid() {
    var issuer = forged.issuer();
    forged.close();

    assertThat(trouble(issuer)).isEqualTo("University does not answer: nothing listens there");
  }

  @Test
  void anUnknownHostIsSaid() {
    assertThat(trouble("https://sso.invalid"))
        .isEqualTo("University does not answer: there is no host of that name");
  }

  @Test
  void plainHttpBehindHttpsIsNoUntrustedCertificate() {
    assertThat(trouble(forged.issuer().replace("http:", "https:")))
        .isEqualTo("University does not answer: HTTPS fails there; does it speak plain HTTP?");
  }

  @Test
  void slownessIsSaid() {
    forged.server().stubFor(get(CONFIGURATION).willReturn(okJson("{}").withFixedDelay(2000)));

    assertThat(trouble(forged.issuer(), Duration.ofMillis(500)))
        .isEqualTo("University does not answer: it took longer than 500 ms");
  }

  @Test
  void anAnswerThatIsNoOpenIdConnectIsSaid() {
    forged.server().stubFor(post("/token").willReturn(WireMock.ok("<html>Welcome")));

    assertThat(trouble()).isEqualTo("University did not answer with valid OpenID Connect");
  }
}
