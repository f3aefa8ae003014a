package direttore.access.oidc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A provider that says whatever a test wants, signed or not. */
final class ForgedProvider implements AutoCloseable {
  static final String CLIENT = "direttore";
  static final String SECRET = "a secret of at least 32 characters";
  static final RSAKey KEY = fresh("right");
  static final RSAKey OTHER_KEY = fresh("right");

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  ForgedProvider() {
    server.start();
    configuration(all -> all);
    server.stubFor(get("/jwks").willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
  }

  static RSAKey fresh(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  WireMockServer server() {
    return server;
  }

  String issuer() {
    return server.baseUrl();
  }

  Registration registration() {
    return registration(SECRET, "groups");
  }

  Registration registration(@Nullable String secret, String groupsClaim) {
    return new Registration(
        "University",
        URI.create(issuer()),
        CLIENT,
        secret,
        List.of("openid", "groups"),
        "preferred_username",
        groupsClaim,
        Duration.ofSeconds(5));
  }

  /** Announces itself, changed by the test. */
  void configuration(UnaryOperator<Map<String, Object>> change) {
    var all = new HashMap<String, Object>();
    all.put("issuer", issuer());
    all.put("authorization_endpoint", issuer() + "/authorize?tenant=uni");
    all.put("token_endpoint", issuer() + "/token");
    all.put("jwks_uri", issuer() + "/jwks");
    all.put("response_types_supported", List.of("code"));
    all.put("subject_types_supported", List.of("public"));
    all.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    server.stubFor(
        get("/.well-known/openid-configuration")
            .willReturn(okJson(JSONObjectUtils.toJSONString(change.apply(all)))));
  }

  /** What an honest provider would say of ben now. */
  JWTClaimsSet.Builder honest(String nonce) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject("subject-of-ben")
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", nonce)
        .claim("preferred_username", "ben")
        .claim("name", "Ben Blue")
        .claim("groups", List.of("students", "staff"));
  }

  static String signed(JWTClaimsSet claims) {
    return signed(claims, KEY);
  }

  static String signed(JWTClaimsSet claims, RSAKey key) {
    return signed(
        claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), signer(key));
  }

  static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) {
    return signed(claims, new JWSHeader.Builder(algorithm).keyID("right"), signer);
  }

  private static String signed(JWTClaimsSet claims, JWSHeader.Builder header, JWSSigner signer) {
    try {
      var token = new SignedJWT(header.build(), claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Exchanges any code for this ID token. */
  void answersWith(String idToken) {
    answers(
        200,
        Map.of("access_token", "an access token", "token_type", "Bearer", "id_token", idToken));
  }

  /** Answers the exchange so. */
  void answers(int status, Map<String, Object> body) {
    server.stubFor(
        post("/token")
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(JSONObjectUtils.toJSONString(body))));
  }

  /** Has a UserInfo endpoint that says this. */
  void says(Map<String, Object> claims) {
    configuration(all -> {
      all.put("userinfo_endpoint", issuer() + "/me");
      return all;
    });
    server.stubFor(get("/me").willReturn(okJson(JSONObjectUtils.toJSONString(claims))));
  }

  @Override
  public void close() {
    server.stop();
  }
}
