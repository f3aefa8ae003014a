package direttore.access.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import direttore.domain.access.IdentityProvider;
import direttore.domain.access.ProviderLogout;
import direttore.domain.access.Vouched;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

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
  private final LogoutTokens logouts;
  private final Sending sending;
  private final Trouble trouble;
  private final TokenEndpoint tokens;

  public OpenIdProvider(Registration registration, Clock clock) {
    this.registration = registration;
    this.client = new ClientID(registration.client());
    this.sending = new Sending(registration);
    this.trouble = new Trouble(registration);
    this.tokens = new TokenEndpoint(registration, sending, trouble);
    this.discovery = new Discovery(registration, sending, trouble, clock);
    this.proof = new Proof(registration);
    this.logouts = new LogoutTokens(registration, proof, clock);
  }

  @Override
  public String name() {
    return registration.name();
  }

  @Override
  public URI ask(Attempt attempt, URI back, boolean another) {
    var scopes = new Scope(registration.scopes().toArray(String[]::new));
    var metadata = discovery.known().metadata();
    var acr = registration.preferences().acr();
    return new AuthenticationRequest.Builder(ResponseType.CODE, scopes, client, back)
        .endpointURI(metadata.getAuthorizationEndpointURI())
        .prompt(prompt(metadata, another))
        .acrValues(acr.isEmpty() ? null : acr.stream().map(ACR::new).toList())
        .state(new State(attempt.state().text()))
        .nonce(new Nonce(attempt.nonce().text()))
        .codeChallenge(new CodeVerifier(attempt.verifier().text()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  private @Nullable Prompt prompt(OIDCProviderMetadata metadata, boolean another) {
    var preferred = registration.preferences().prompt();
    if (!another) {
      return preferred == null ? null : new Prompt(preferred);
    }
    // Who announces no values, as Entra and Google do not, knows this one.
    var announced = metadata.getPromptTypes();
    return announced == null || announced.contains(Prompt.Type.SELECT_ACCOUNT)
        ? new Prompt(Prompt.Type.SELECT_ACCOUNT)
        : new Prompt(Prompt.Type.LOGIN);
  }

  @Override
  public Vouched answer(Attempt attempt, URI back, Map<String, List<String>> answer) {
    var known = discovery.known();
    var success = success(attempt, back, answer, known.metadata());
    return reached(() -> {
      var given = tokens.byCode(attempt, back, success.getAuthorizationCode(), known.metadata());
      if (given.getIDToken() == null) {
        throw registration.unbelievable(null);
      }
      var proven = proof.of(given.getIDToken(), attempt, known);
      return vouched(claims(proven, given.getAccessToken(), known), given, null);
    });
  }

  @Override
  public Vouched renew(String subject, Vouched.Renewal renewal) {
    var known = discovery.known();
    var refresh = Objects.requireNonNull(renewal.refresh());
    return reached(() -> {
      var given = tokens.byRefresh(refresh, known.metadata());
      if (given.getIDToken() == null) {
        // Allowed (Core 1.0, 12.2), but then nothing signed says what the groups are now.
        throw trouble.of("renews without an ID token", new ParseException("no id_token"));
      }
      var proven = again(given.getIDToken(), subject, known);
      return vouched(claims(proven, given.getAccessToken(), known), given, renewal);
    });
  }

  /** A token that does not hold is no word that somebody is out, as a clear no is. */
  private IDTokenClaimsSet again(JWT token, String subject, Discovery.Known known) {
    try {
      var proven = proof.again(token, known);
      if (proven.getSubject().getValue().equals(subject)) {
        return proven;
      }
    } catch (Refusal.NotSignedIn e) {
      throw trouble.of("renews with a token that does not hold", e);
    }
    throw trouble.of("renews what it said of somebody else", new ParseException("another sub"));
  }

  @Override
  public ProviderLogout signedOut(String token) {
    return logouts.of(token, discovery.known());
  }

  @Override
  public Optional<URI> leave(@Nullable String idToken, URI back) {
    try {
      var endpoint = discovery.known().metadata().getEndSessionEndpointURI();
      if (endpoint == null) {
        return Optional.empty();
      }
      var hint = idToken == null ? null : JWTParser.parse(idToken);
      return Optional.of(new LogoutRequest(endpoint, hint, null, client, back, null, null).toURI());
    } catch (Refusal | java.text.ParseException e) {
      // Whoever leaves is signed out here in any case.
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> trouble() {
    try {
      var known = discovery.known();
      return reached(() -> tokens.refusesUs(known.metadata()))
          .map(said ->
              "%s does not accept OIDC_CLIENT_ID with OIDC_CLIENT_SECRET (%s)"
                  .formatted(name(), said));
    } catch (Refusal e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
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
                .formatted(name(), Trouble.text(response.toErrorResponse().getErrorObject())));
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

  /**
   * What the ID token says, and what it leaves to the UserInfo endpoint (Core 1.0, 5.3 and 5.4).
   */
  private Claims claims(IDTokenClaimsSet proven, AccessToken access, Discovery.Known known)
      throws IOException, ParseException {
    var claims = Claims.of(proven);
    var endpoint = known.metadata().getUserInfoEndpointURI();
    if (endpoint == null
        || (claims.has(registration.groupsClaim()) && claims.has(registration.nameClaim()))) {
      return claims;
    }
    var response =
        UserInfoResponse.parse(sending.sent(new UserInfoRequest(endpoint, access).toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      throw new Refusal.Upstream(name(), "%s does not say who it is".formatted(name()), null);
    }
    var said = response.toSuccessResponse();
    var signed = said.getUserInfoJWT();
    var more = signed == null ? said.getUserInfo() : proof.userInfo(signed, known);
    // Whoever's answer it is must be the one of the ID token (5.3.2).
    if (more == null || !proven.getSubject().equals(more.getSubject())) {
      throw registration.unbelievable(null);
    }
    var all = new HashMap<String, Object>(more.toJSONObject());
    all.putAll(claims.values());
    return new Claims(all);
  }

  private Vouched vouched(Claims claims, OIDCTokens given, Vouched.@Nullable Renewal before) {
    var subject = claims.text("sub").orElseThrow();
    var name =
        claims
            .text(registration.nameClaim())
            .or(() -> claims.text("preferred_username"))
            .or(() -> claims.text("email"))
            .orElse(subject);
    return new Vouched(
        claims.text("iss").orElseThrow(),
        subject,
        name,
        claims.text("email"),
        claims.text("name").orElse(name),
        claims.texts(registration.groupsClaim()),
        renewal(given, before, claims.text("sid").orElse(null)));
  }

  private static Vouched.Renewal renewal(
      OIDCTokens given, Vouched.@Nullable Renewal before, @Nullable String session) {
    var refresh = given.getRefreshToken();
    var idToken = given.getIDTokenString();
    // Providers that do not change a refresh token do not say it again (RFC 6749, section 6).
    return new Vouched.Renewal(
        refresh != null ? refresh.getValue() : before == null ? null : before.refresh(),
        idToken != null ? idToken : before == null ? null : before.idToken(),
        before == null ? session : before.session());
  }

  private <T> T reached(Callable<T> asking) {
    try {
      return asking.call();
    } catch (Refusal e) {
      throw e;
    } catch (IOException e) {
      throw trouble.of(e);
    } catch (ParseException | IllegalArgumentException e) {
      throw trouble.of("did not answer with valid OpenID Connect", e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
