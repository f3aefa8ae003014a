package direttore.api.access;

import direttore.api.http.Entrance;
import direttore.api.http.Exchange;
import direttore.api.http.Origins;
import direttore.domain.Refusal;
import direttore.domain.access.Admission;
import direttore.domain.access.Doorkeeper;
import direttore.domain.access.Secret;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Lets in who brings an API token, or the cookie of a session. */
final class Door implements Entrance {
  private static final String BEARER = "bearer ";
  private final Doorkeeper doorkeeper;

  Door(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  @Override
  public Optional<Admission> admit(ServerRequest req) {
    var headers = req.headers();
    if (headers.contains(HeaderNames.AUTHORIZATION)) {
      return Optional.of(byToken(req));
    }
    return SessionCookie.read(req)
        .map(secret -> {
          // Browsers send the cookie whoever made the page: a page of ours says so, others cannot.
          Origins.requireOwnPage(req);
          return doorkeeper.bySession(secret);
        });
  }

  private Admission byToken(ServerRequest req) {
    var values = req.headers().get(HeaderNames.AUTHORIZATION).allValues();
    var value = values.getFirst();
    if (values.size() > 1 || !value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Refusal.NotSignedIn.wrong("Authorization must be Bearer and an API token");
    }
    return doorkeeper.byToken(
        new Secret(value.substring(BEARER.length()).strip()), Exchange.of(req).client().text());
  }
}
