package direttore.api.access;

import direttore.api.http.Exchange;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A cookie out of reach of scripts, not sent along by pages of other sites except when somebody
 * goes to one of ours, and over TLS only where it came over TLS.
 */
final class BrowserCookie {
  private BrowserCookie() {}

  static boolean secure(ServerRequest req) {
    return Exchange.of(req).client().https();
  }

  static Optional<String> read(ServerRequest req, String name) {
    return req.headers().contains(HeaderNames.COOKIE)
        ? req.headers().cookies().first(name).asOptional()
        : Optional.empty();
  }

  /** The names of all that came, as they came. */
  static List<String> names(ServerRequest req) {
    return req.headers().contains(HeaderNames.COOKIE)
        ? List.copyOf(req.headers().cookies().names())
        : List.of();
  }

  static void give(
      ServerRequest req, ServerResponse res, String name, String value, Duration life) {
    set(res, cookie(req, name, value).maxAge(life));
  }

  static void take(ServerRequest req, ServerResponse res, String name) {
    // Helidon 4.5.0 leaves out a Max-Age of zero.
    set(res, cookie(req, name, "").expires(Instant.EPOCH.atZone(ZoneOffset.UTC)));
  }

  private static SetCookie.Builder cookie(ServerRequest req, String name, String value) {
    return SetCookie.builder(name, value)
        .httpOnly(true)
        .secure(secure(req))
        .sameSite(SetCookie.SameSite.LAX)
        .path("/");
  }

  private static void set(ServerResponse res, SetCookie.Builder cookie) {
    res.headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, cookie.build().text()));
  }
}
