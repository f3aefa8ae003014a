package direttore.access.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import direttore.domain.access.Vouched;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider whose key lies on the curve Ed25519 (RFC 8037), and UserInfo that it signed. */
class SignedWithEdwardsCurveTest {
  private static final URI BACK = URI.create("https://lab.example/api/session/oidc/callback");
  private static final KeyPair KEY = fresh();
  private static final KeyPair OTHER = fresh();
  private final ForgedProvider forged = new ForgedProvider();
  private final Attempt attempt = Attempt.fresh();
  private final OpenIdProvider provider =
      new OpenIdProvider(forged.registration(), Clock.systemUTC());

  private static KeyPair fresh() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void announce() {
    forged.configuration(all -> {
      all.put("id_token_signing_alg_values_supported", List.of("EdDSA", "Ed25519"));
      all.put("userinfo_endpoint", forged.issuer() + "/me");
      return all;
    });
    var encoded = KEY.getPublic().getEncoded();
    var point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    var key = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point)).keyID("ed").build();
    forged.server().stubFor(get("/jwks").willReturn(okJson(new JWKSet(key).toString())));
  }

  @AfterEach
  void stop() {
    forged.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EdDSA", "Ed25519"})
  void isBelieved(String algorithm) {
    forged.answersWith(signed(honest().build(), KEY, algorithm));

    assertThat(answer().subject()).isEqualTo("subject-of-ben");
  }

  @Test
  void isNotBelievedWithAnotherKey() {
    forged.answersWith(signed(honest().build(), OTHER, "EdDSA"));

    assertThatExceptionOfType(Refusal.NotSignedIn.class).isThrownBy(this::answer);
  }

  @Test
  void isNotBelievedWhereItSaysOfItselfThatItSignsOtherwise() {
    forged.configuration(all -> all);
    forged.answersWith(signed(honest().build(), KEY, "EdDSA"));

    assertThatExceptionOfType(Refusal.NotSignedIn.class).isThrownBy(this::answer);
  }

  @Test
  void signsWhatItsUserInfoSays() {
    forged.answersWith(signed(honest().claim("groups", null).build(), KEY, "EdDSA"));
    userInfo(KEY);

    assertThat(answer().groups()).containsExactly("lab, of all");
  }

  @Test
  void isNotBelievedInUserInfoThatAnotherSigned() {
    forged.answersWith(signed(honest().claim("groups", null).build(), KEY, "EdDSA"));
    userInfo(OTHER);

    assertThatExceptionOfType(Refusal.NotSignedIn.class).isThrownBy(this::answer);
  }

  private void userInfo(KeyPair key) {
    var said =
        new JWTClaimsSet.Builder()
            .issuer(forged.issuer())
            .subject("subject-of-ben")
            .audience(ForgedProvider.CLIENT)
            .claim("groups", List.of("lab, of all"))
            .build();
    forged
        .server()
        .stubFor(
            get("/me")
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "application/jwt")
                        .withBody(signed(said, key, "EdDSA"))));
  }

  private JWTClaimsSet.Builder honest() {
    return forged.honest(attempt.nonce().text());
  }

  private Vouched answer() {
    return provider.answer(
        attempt, BACK, Map.of("code", List.of("a-code"), "state", List.of(attempt.state().text())));
  }

  private static String signed(JWTClaimsSet claims, KeyPair key, String algorithm) {
    var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID("ed").build();
    var input = header.toBase64URL() + "." + Base64URL.encode(claims.toPayload().toBytes());
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
