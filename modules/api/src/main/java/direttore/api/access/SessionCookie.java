package direttore.api.access;

import direttore.domain.access.Secret;
import direttore.domain.access.Session;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/** What a browser carries its session in. */
final class SessionCookie {
  private SessionCookie() {}

  static Optional<Secret> read(ServerRequest req) {
    return BrowserCookie.read(req, name(req)).map(Secret::new);
  }

  static void give(ServerRequest req, ServerResponse res, Secret secret, Duration life) {
    BrowserCookie.give(req, res, name(req), secret.text(), life);
  }

  static void take(ServerRequest req, ServerResponse res) {
    BrowserCookie.take(req, res, name(req));
  }

  private static String name(ServerRequest req) {
    return Session.cookie(BrowserCookie.secure(req));
  }
}
