package direttore.access.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import direttore.domain.access.Attempt;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where codes and refresh tokens become ID tokens. */
final class TokenEndpoint {
  private final Registration registration;
  private final ClientID client;
  private final Sending sending;
  private final Trouble trouble;

  TokenEndpoint(Registration registration, Sending sending, Trouble trouble) {
    this.registration = registration;
    this.client = new ClientID(registration.client());
    this.sending = sending;
    this.trouble = trouble;
  }

  OIDCTokens byCode(
      Attempt attempt, URI back, AuthorizationCode code, OIDCProviderMetadata metadata)
      throws IOException, ParseException {
    var verifier = new CodeVerifier(attempt.verifier().text());
    return tokens(new AuthorizationCodeGrant(code, back, verifier), metadata);
  }

  OIDCTokens byRefresh(String refresh, OIDCProviderMetadata metadata)
      throws IOException, ParseException {
    return tokens(new RefreshTokenGrant(new RefreshToken(refresh)), metadata);
  }

  /** Why the client itself is refused; a code that nobody gave out is refused in any case. */
  Optional<String> refusesUs(OIDCProviderMetadata metadata) throws IOException, ParseException {
    var nobodys = new AuthorizationCodeGrant(new AuthorizationCode("is-the-secret-right"), null);
    var response = answer(nobodys, metadata);
    return response.indicatesSuccess()
            || !Trouble.isOurs(response.toErrorResponse().getErrorObject())
        ? Optional.empty()
        : Optional.of(Trouble.text(response.toErrorResponse().getErrorObject()));
  }

  private OIDCTokens tokens(AuthorizationGrant grant, OIDCProviderMetadata metadata)
      throws IOException, ParseException {
    var response = answer(grant, metadata);
    if (response instanceof OIDCTokenResponse good) {
      return good.getOIDCTokens();
    }
    throw response.indicatesSuccess()
        ? registration.unbelievable(null)
        : trouble.of(response.toErrorResponse().getErrorObject());
  }

  private TokenResponse answer(AuthorizationGrant grant, OIDCProviderMetadata metadata)
      throws IOException, ParseException {
    var secret = registration.secret();
    var endpoint = metadata.getTokenEndpointURI();
    var request =
        secret == null
            ? new TokenRequest.Builder(endpoint, client, grant)
            : new TokenRequest.Builder(endpoint, authentication(secret, metadata), grant);
    return OIDCTokenResponseParser.parse(sending.sent(request.build().toHTTPRequest()));
  }

  private ClientAuthentication authentication(String secret, OIDCProviderMetadata metadata) {
    var methods = metadata.getTokenEndpointAuthMethods();
    var key = new Secret(secret);
    // Where the provider names none it takes Basic (Discovery 1.0, section 3).
    return methods == null
            || methods.isEmpty()
            || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        ? new ClientSecretBasic(client, key)
        : new ClientSecretPost(client, key);
  }
}
