package direttore.api.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.Set;

/** Which page of which server a browser sent a request for. */
public final class Origins {
  static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final Set<Method> SAFE = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);

  private Origins() {}

  /**
   * Refuses a write that does not show that it comes from a page of this server, or of another that
   * may use it. Unlike the filter, which lets pass what says nothing of a page, for it guards what
   * carries a browser's cookie.
   */
  public static void requireOwnPage(ServerRequest req) {
    var headers = req.headers();
    if (SAFE.contains(req.prologue().method())) {
      return;
    }
    var host = headers.contains(HeaderNames.HOST) ? headers.get(HeaderNames.HOST).get() : "";
    if (headers.contains(HeaderNames.ORIGIN)) {
      var exchange = Exchange.of(req);
      var origin = headers.get(HeaderNames.ORIGIN).get();
      if (exchange.friendly() || AccessRules.same(origin, host, exchange.client().https())) {
        return;
      }
    } else if (headers.contains(FETCH_SITE)
        && headers.get(FETCH_SITE).get().equals("same-origin")) {
      return;
    }
    throw HttpRefusal.foreignPage(
        "a write with the session's cookie must come from a page of this server, or of API_CORS_ORIGINS");
  }
}
