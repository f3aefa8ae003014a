package direttore.access.oidc;

import static direttore.access.oidc.ForgedProvider.CLIENT;
import static direttore.access.oidc.ForgedProvider.KEY;
import static direttore.access.oidc.ForgedProvider.OTHER_KEY;
import static direttore.access.oidc.ForgedProvider.SECRET;
import static direttore.access.oidc.ForgedProvider.signed;
import static direttore.access.oidc.ForgedProvider.signer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import direttore.domain.Refusal;
import direttore.domain.access.ProviderLogout;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Word of a sign-out, from the provider or from somebody who pretends to be it. */
@TestInstance(Lifecycle.PER_CLASS)
class LogoutTokenTest {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final ForgedProvider forged = new ForgedProvider();
  private final OpenIdProvider provider =
      new OpenIdProvider(forged.registration(), Clock.systemUTC());

  @AfterAll
  void stop() {
    forged.close();
  }

  private JWTClaimsSet.Builder honest() {
    return new JWTClaimsSet.Builder()
        .issuer(forged.issuer())
        .subject("subject-of-ben")
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(120)))
        .jwtID("the-only-one")
        .claim("sid", "session-of-ben")
        .claim("events", Map.of(EVENT, Map.of()));
  }

  @Test
  void whatTheProviderSaysIsBelieved() {
    assertThat(provider.signedOut(signed(honest().build())))
        .isEqualTo(
            new ProviderLogout(
                "the-only-one",
                forged.issuer(),
                "subject-of-ben",
                "session-of-ben",
                now.plusSeconds(720)));
  }

  @Test
  void aPersonOrASessionIsEnough() {
    assertThat(provider.signedOut(signed(honest().claim("sid", null).build())).session()).isNull();
    assertThat(provider.signedOut(signed(honest().subject(null).build())).subject()).isNull();
  }

  @Test
  void aProviderMayTypeItAsWhatItIs() throws JOSEException {
    assertThat(provider.signedOut(typed("logout+jwt", honest())).id()).isEqualTo("the-only-one");
    assertThatThrownBy(() -> provider.signedOut(typed("at+jwt", honest())))
        .isInstanceOf(Refusal.NotSignedIn.class);
  }

  private static String typed(String type, JWTClaimsSet.Builder claims) throws JOSEException {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(KEY.getKeyID())
            .type(new JOSEObjectType(type))
            .build();
    var token = new SignedJWT(header, claims.build());
    token.sign(signer(KEY));
    return token.serialize();
  }

  private DynamicTest refused(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    return text(what, signed(change.apply(honest()).build()));
  }

  private DynamicTest text(String what, String token) {
    return dynamicTest(
        "a token " + what,
        () ->
            assertThatThrownBy(() -> provider.signedOut(token))
                .isInstanceOf(Refusal.NotSignedIn.class));
  }

  @TestFactory
  Stream<DynamicTest> tokensThatSayWhatIsNotSo() {
    return Stream.of(
        refused("of another issuer", c -> c.issuer("https://evil.example")),
        refused("without issuer", c -> c.issuer(null)),
        refused("for another client", c -> c.audience("another")),
        refused("for nobody", c -> c.audience(List.of())),
        refused("without its hour", c -> c.issueTime(null)),
        refused("of the future", c -> c.issueTime(Date.from(now.plusSeconds(3600)))),
        refused("of an hour ago", c -> c.issueTime(Date.from(now.minusSeconds(3600)))),
        refused("that has expired", c -> c.expirationTime(Date.from(now.minusSeconds(300)))),
        refused("that never expires", c -> c.expirationTime(null)),
        refused("without id", c -> c.jwtID(null)),
        refused("with an empty id", c -> c.jwtID("")),
        refused("about nobody", c -> c.subject(null).claim("sid", null)),
        refused("with a number as session", c -> c.subject(null).claim("sid", 7)),
        refused("without event", c -> c.claim("events", null)),
        refused(
            "with another event", c -> c.claim("events", Map.of("https://x.example", Map.of()))),
        refused("with a text as event", c -> c.claim("events", EVENT)),
        refused("with a list as event", c -> c.claim("events", List.of(EVENT))),
        refused("with a nonce, as ID tokens have", c -> c.claim("nonce", "n")),
        text("that is an ID token", signed(forged.honest("a nonce").build())));
  }

  @TestFactory
  Stream<DynamicTest> tokensThatNobodySigned() throws JOSEException {
    var honest = honest().build();
    var parts = signed(honest).split("\\.", -1);
    var forgedClaims = signed(honest().subject("root").build(), OTHER_KEY);
    return Stream.of(
        text("signed by another key of the same id", forgedClaims),
        text("that says it is not signed", new PlainJWT(honest).serialize()),
        text("without signature", parts[0] + "." + parts[1] + "."),
        text(
            "with the claims of another",
            parts[0] + "." + forgedClaims.split("\\.", -1)[1] + "." + parts[2]),
        text(
            "signed with the client's secret",
            signed(honest, JWSAlgorithm.HS256, new MACSigner(SECRET))),
        text("that is none", "nonsense"),
        text("that is empty", ""));
  }
}
