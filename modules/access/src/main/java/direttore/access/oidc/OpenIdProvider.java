package direttore.access.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import direttore.domain.access.IdentityProvider;
import direttore.domain.access.Vouched;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * An OpenID provider, asked by authorization code with PKCE (OpenID Connect Core 1.0, section 3.1;
 * RFC 7636; RFC 9700). Its answers are believed only as far as it signed them with a key of its
 * own.
 */
public final class OpenIdProvider implements IdentityProvider {
  private final Registration registration;
  private final ClientID client;
  private final Discovery discovery;
  private final Proof proof;

  public OpenIdProvider(Registration registration, Clock clock) {
    this.registration = registration;
    this.client = new ClientID(registration.client());
    this.discovery = new Discovery(registration, clock);
    this.proof = new Proof(registration);
  }

  @Override
  public String name() {
    return registration.name();
  }

  @Override
  public URI ask(Attempt attempt, URI back) {
    var scopes = new Scope(registration.scopes().toArray(String[]::new));
    return new AuthenticationRequest.Builder(ResponseType.CODE, scopes, client, back)
        .endpointURI(discovery.known().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state().text()))
        .nonce(new Nonce(attempt.nonce().text()))
        .codeChallenge(new CodeVerifier(attempt.verifier().text()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public Vouched answer(Attempt attempt, URI back, Map<String, List<String>> answer) {
    var known = discovery.known();
    var success = success(attempt, back, answer, known.metadata());
    return reached(() -> {
      var tokens = tokens(attempt, back, success, known.metadata());
      var proven = proof.of(tokens.getIDToken(), attempt, known);
      return vouched(proven, claims(proven, tokens.getAccessToken(), known.metadata()));
    });
  }

  private AuthenticationSuccessResponse success(
      Attempt attempt, URI back, Map<String, List<String>> answer, OIDCProviderMetadata metadata) {
    try {
      var response = AuthenticationResponseParser.parse(back, answer);
      if (!new State(attempt.state().text()).equals(response.getState())) {
        throw registration.unbelievable(null);
      }
      // Another provider's answer must not pass for this one's (RFC 9207, section 2.4).
      var issuer = response.getIssuer();
      if (issuer == null
          ? metadata.supportsAuthorizationResponseIssuerParam()
          : !issuer.equals(metadata.getIssuer())) {
        throw registration.unbelievable(null);
      }
      if (!response.indicatesSuccess()) {
        throw Refusal.NotSignedIn.wrong(
            "%s answered %s"
                .formatted(name(), response.toErrorResponse().getErrorObject().getCode()));
      }
      var success = response.toSuccessResponse();
      if (success.getAuthorizationCode() == null) {
        throw registration.unbelievable(null);
      }
      return success;
    } catch (ParseException | IllegalArgumentException e) {
      // The SDK refuses an empty code by the latter.
      throw registration.unbelievable(e);
    }
  }

  private OIDCTokens tokens(
      Attempt attempt,
      URI back,
      AuthenticationSuccessResponse success,
      OIDCProviderMetadata metadata)
      throws IOException, ParseException {
    var grant =
        new AuthorizationCodeGrant(
            success.getAuthorizationCode(), back, new CodeVerifier(attempt.verifier().text()));
    var secret = registration.secret();
    var endpoint = metadata.getTokenEndpointURI();
    var request =
        secret == null
            ? new TokenRequest.Builder(endpoint, client, grant)
            : new TokenRequest.Builder(endpoint, authentication(secret, metadata), grant);
    var response = OIDCTokenResponseParser.parse(sent(request.build().toHTTPRequest()));
    if (response instanceof OIDCTokenResponse good && good.getOIDCTokens().getIDToken() != null) {
      return good.getOIDCTokens();
    }
    throw registration.unbelievable(null);
  }

  private ClientAuthentication authentication(String secret, OIDCProviderMetadata metadata) {
    var methods = metadata.getTokenEndpointAuthMethods();
    var key = new com.nimbusds.oauth2.sdk.auth.Secret(secret);
    // Where the provider names none it takes Basic (Discovery 1.0, section 3).
    return methods == null
            || methods.isEmpty()
            || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? new ClientSecretBasic(client, key)
        : new ClientSecretPost(client, key);
  }

  /**
   * What the ID token says, and what it leaves to the UserInfo endpoint (Core 1.0, 5.3 and 5.4).
   */
  private Claims claims(IDTokenClaimsSet proven, AccessToken access, OIDCProviderMetadata metadata)
      throws IOException, ParseException {
    var claims = Claims.of(proven);
    var endpoint = metadata.getUserInfoEndpointURI();
    if (endpoint == null
        || (claims.has(registration.groupsClaim()) && claims.has(registration.nameClaim()))) {
      return claims;
    }
    var response =
        UserInfoResponse.parse(sent(new UserInfoRequest(endpoint, access).toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      throw new Refusal.Upstream(name(), "%s does not say who it is".formatted(name()), null);
    }
    var more = response.toSuccessResponse().getUserInfo();
    // Signed JWTs are not asked for; whoever's answer it is must be the one of the ID token
    // (5.3.2).
    if (more == null || !proven.getSubject().equals(more.getSubject())) {
      throw registration.unbelievable(null);
    }
    var all = new HashMap<String, Object>(more.toJSONObject());
    all.putAll(claims.values());
    return new Claims(all);
  }

  private Vouched vouched(IDTokenClaimsSet proven, Claims claims) {
    var subject = proven.getSubject().getValue();
    var name =
        claims
            .text(registration.nameClaim())
            .or(() -> claims.text("preferred_username"))
            .or(() -> claims.text("email"))
            .orElse(subject);
    return new Vouched(
        proven.getIssuer().getValue(),
        subject,
        name,
        claims.text("email"),
        claims.text("name").orElse(name),
        new HashSet<>(claims.texts(registration.groupsClaim())));
  }

  private HTTPResponse sent(HTTPRequest request) throws IOException {
    var patience = Math.toIntExact(registration.patience().toMillis());
    request.setConnectTimeout(patience);
    request.setReadTimeout(patience);
    request.setFollowRedirects(false);
    return request.send();
  }

  private <T> T reached(Callable<T> asking) {
    try {
      return asking.call();
    } catch (Refusal e) {
      throw e;
    } catch (IOException e) {
      throw new Refusal.Unreachable(name(), "%s does not answer".formatted(name()), e);
    } catch (ParseException | IllegalArgumentException e) {
      throw new Refusal.Upstream(
          name(), "%s answered what is no OpenID Connect".formatted(name()), e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
