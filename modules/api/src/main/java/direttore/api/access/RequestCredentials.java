package direttore.api.access;

import direttore.api.http.Authenticator;
import direttore.api.http.Exchange;
import direttore.api.http.Origins;
import direttore.domain.Refusal;
import direttore.domain.access.Authentication;
import direttore.domain.access.CredentialCheck;
import direttore.domain.access.Secret;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Lets in who brings an API token, or the cookie of a session. */
final class RequestCredentials implements Authenticator {
  private static final String BEARER = "bearer ";
  private final CredentialCheck credentials;

  RequestCredentials(CredentialCheck credentials) {
    this.credentials = credentials;
  }

  @Override
  public Optional<Authentication> authenticate(ServerRequest req) {
    var headers = req.headers();
    if (headers.contains(HeaderNames.AUTHORIZATION)) {
      return Optional.of(byToken(req));
    }
    return SessionCookie.read(req)
        .map(secret -> {
          // Browsers send the cookie whoever made the page: a page of ours says so, others cannot.
          Origins.requireOwnPage(req);
          return credentials.bySession(secret);
        });
  }

  private Authentication byToken(ServerRequest req) {
    var values = req.headers().get(HeaderNames.AUTHORIZATION).allValues();
    var value = values.getFirst();
    if (values.size() > 1 || !value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Refusal.NotSignedIn.wrong("Authorization must be Bearer and an API token");
    }
    return credentials.byToken(
        new Secret(value.substring(BEARER.length()).strip()), Exchange.of(req).client().text());
  }
}
