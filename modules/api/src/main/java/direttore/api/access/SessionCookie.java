package direttore.api.access;

import direttore.api.http.Exchange;
import direttore.domain.access.Secret;
import direttore.domain.access.Session;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * What a browser carries its session in: out of reach of scripts, not sent across sites, and over
 * TLS only where it came over TLS.
 */
final class SessionCookie {
  private SessionCookie() {}

  static Optional<Secret> read(ServerRequest req) {
    return req.headers().contains(HeaderNames.COOKIE)
        ? req.headers().cookies().first(Session.cookie(secure(req))).asOptional().map(Secret::new)
        : Optional.empty();
  }

  static void give(ServerRequest req, ServerResponse res, Secret secret, Duration life) {
    set(req, res, secret.text(), life);
  }

  static void take(ServerRequest req, ServerResponse res) {
    set(req, res, "", Duration.ZERO);
  }

  private static boolean secure(ServerRequest req) {
    return Exchange.of(req).client().https();
  }

  private static void set(ServerRequest req, ServerResponse res, String value, Duration life) {
    var secure = secure(req);
    var cookie =
        SetCookie.builder(Session.cookie(secure), value)
            .httpOnly(true)
            .secure(secure)
            .sameSite(SetCookie.SameSite.LAX)
            .path("/")
            .maxAge(life)
            .build();
    res.header(HeaderValues.create(HeaderNames.SET_COOKIE, cookie.text()));
  }
}
