package direttore.access.oidc;

import static direttore.access.oidc.ForgedProvider.CLIENT;
import static direttore.access.oidc.ForgedProvider.KEY;
import static direttore.access.oidc.ForgedProvider.OTHER_KEY;
import static direttore.access.oidc.ForgedProvider.SECRET;
import static direttore.access.oidc.ForgedProvider.signed;
import static direttore.access.oidc.ForgedProvider.signer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Answers of a provider, or of somebody who pretends to be it, that must not be believed. */
@TestInstance(Lifecycle.PER_CLASS)
class ForgedAnswerTest {
  private static final URI BACK = URI.create("https://lab.example/api/session/oidc/callback");
  private final ForgedProvider forged = new ForgedProvider();
  private final Attempt attempt = Attempt.fresh();
  private final OpenIdProvider provider =
      new OpenIdProvider(forged.registration(), Clock.systemUTC());

  @AfterAll
  void stop() {
    forged.close();
  }

  private void refused(Map<String, List<String>> answer) {
    assertThatThrownBy(() -> provider.answer(attempt, BACK, answer))
        .isInstanceOf(Refusal.NotSignedIn.class);
  }

  private Map<String, List<String>> code() {
    return Map.of("code", List.of("a-code"), "state", List.of(attempt.state().text()));
  }

  private DynamicTest token(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    return dynamicTest(
        "a token " + what,
        () -> {
          forged.answersWith(signed(change.apply(forged.honest(attempt.nonce().text())).build()));
          refused(code());
        });
  }

  private DynamicTest idToken(String what, String text) {
    return dynamicTest(
        "a token " + what,
        () -> {
          forged.answersWith(text);
          refused(code());
        });
  }

  @TestFactory
  Stream<DynamicTest> tokensThatSayWhatIsNotSo() {
    var longAgo = Date.from(Instant.now().minusSeconds(3600));
    return Stream.of(
        token("with another nonce", c -> c.claim("nonce", Attempt.fresh().nonce().text())),
        token("without nonce", c -> c.claim("nonce", null)),
        token("with an empty nonce", c -> c.claim("nonce", "")),
        token("with a number as nonce", c -> c.claim("nonce", 7)),
        token("for another client", c -> c.audience("another")),
        token("for nobody", c -> c.audience((String) null)),
        token("for an empty audience", c -> c.audience(List.of())),
        token("whose audience only begins so", c -> c.audience(CLIENT + "-2")),
        token("for us, given to another", c -> c.claim("azp", "another")),
        token(
            "for two, given to the other",
            c -> c.audience(List.of(CLIENT, "another")).claim("azp", "another")),
        token("of another issuer", c -> c.issuer("https://evil.example")),
        token("whose issuer only begins so", c -> c.issuer(forged.issuer() + "/evil")),
        token("without issuer", c -> c.issuer(null)),
        token("without subject", c -> c.subject(null)),
        token("that has expired", c -> c.expirationTime(longAgo)),
        token("that never expires", c -> c.expirationTime(null)),
        token("of the future", c -> c.issueTime(Date.from(Instant.now().plusSeconds(3600)))),
        token("without its hour", c -> c.issueTime(null)));
  }

  @TestFactory
  Stream<DynamicTest> tokensThatNobodySigned() throws Exception {
    var honest = forged.honest(attempt.nonce().text()).build();
    var good = signed(honest);
    var parts = good.split("\\.", -1);
    var forgedClaims =
        signed(forged.honest(attempt.nonce().text()).subject("root").build(), OTHER_KEY);
    return Stream.of(
        idToken("signed by another key of the same id", forgedClaims),
        idToken("that says it is not signed", new PlainJWT(honest).serialize()),
        idToken(
            "with the claims of another",
            parts[0] + "." + forgedClaims.split("\\.", -1)[1] + "." + parts[2]),
        idToken(
            "signed with the client's secret",
            signed(honest, JWSAlgorithm.HS256, new MACSigner(SECRET))),
        idToken(
            "signed with the public key as secret",
            signed(
                honest,
                JWSAlgorithm.HS256,
                new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)))),
        idToken(
            "signed in a way that was not announced",
            signed(honest, JWSAlgorithm.PS512, signer(KEY))));
  }

  @TestFactory
  Stream<DynamicTest> answersOfTheWrongKind() {
    var good = signed(forged.honest(attempt.nonce().text()).build());
    var unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    return Stream.of(
        exchange("a token that is none", 200, Map.of("id_token", "nonsense")),
        exchange("a token without its signature", 200, Map.of("id_token", unsigned)),
        exchange("no ID token", 200, Map.of()),
        exchange("an error", 400, Map.of("error", "invalid_grant")),
        exchange("an error with a good status", 200, Map.of("error", "invalid_grant")));
  }

  private DynamicTest exchange(String what, int status, Map<String, Object> body) {
    return dynamicTest(
        "an exchange with " + what,
        () -> {
          var whole = new HashMap<String, Object>(body);
          if (!body.containsKey("error")) {
            whole.put("access_token", "x");
            whole.put("token_type", "Bearer");
          }
          forged.answers(status, whole);
          assertThatThrownBy(() -> provider.answer(attempt, BACK, code()))
              .isInstanceOfAny(Refusal.NotSignedIn.class, Refusal.Upstream.class);
        });
  }

  @TestFactory
  Stream<DynamicTest> waysBackThatNobodyWasSent() {
    var state = attempt.state().text();
    return Stream.of(
        back("without state", Map.of("code", List.of("a-code"))),
        back("with another state", Map.of("code", List.of("a-code"), "state", List.of("x"))),
        back("without code", Map.of("state", List.of(state))),
        back("with an empty code", Map.of("code", List.of(""), "state", List.of(state))),
        back("with a blank code", Map.of("code", List.of(" "), "state", List.of(state))),
        back("with an error", Map.of("error", List.of("access_denied"), "state", List.of(state))),
        back(
            "with an error of another's",
            Map.of("error", List.of("access_denied"), "state", List.of("x"))),
        back(
            "of another provider",
            Map.of(
                "code",
                List.of("a-code"),
                "state",
                List.of(state),
                "iss",
                List.of("https://evil.example"))),
        back("with two states", Map.of("code", List.of("a-code"), "state", List.of("x", state))),
        back("with nothing", Map.of()));
  }

  private DynamicTest back(String what, Map<String, List<String>> answer) {
    return dynamicTest(
        "a way back " + what,
        () -> {
          forged.answersWith(signed(forged.honest(attempt.nonce().text()).build()));
          refused(answer);
        });
  }

  @TestFactory
  Stream<DynamicTest> aProviderThatNamesItselfMustDoSo() {
    return Stream.of(
        dynamicTest(
            "an answer without the issuer that was announced",
            () -> {
              try (var other = new ForgedProvider()) {
                other.configuration(all -> {
                  all.put("authorization_response_iss_parameter_supported", true);
                  return all;
                });
                other.answersWith(signed(other.honest(attempt.nonce().text()).build()));
                assertThatThrownBy(() ->
                        new OpenIdProvider(other.registration(), Clock.systemUTC())
                            .answer(attempt, BACK, code()))
                    .isInstanceOf(Refusal.NotSignedIn.class);
              }
            }),
        dynamicTest(
            "a UserInfo answer about somebody else",
            () -> {
              try (var other = new ForgedProvider()) {
                other.says(Map.of("sub", "root", "groups", List.of("staff")));
                other.answersWith(
                    signed(other.honest(attempt.nonce().text()).claim("groups", null).build()));
                assertThatThrownBy(() ->
                        new OpenIdProvider(other.registration(), Clock.systemUTC())
                            .answer(attempt, BACK, code()))
                    .isInstanceOf(Refusal.NotSignedIn.class);
              }
            }));
  }
}
