package direttore.api.http;

import direttore.api.proxy.ClientAddress;
import direttore.api.proxy.Forwarded;
import direttore.api.proxy.TrustedProxies;
import direttore.api.rate.Throttle;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes: it gets an id, and is refused when it came to a name that is not ours,
 * or when a foreign web page sent it to change something.
 */
public final class RequestFilter implements Filter {
  static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
  private static final Header EXPOSED =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
          "Allow, ETag, Location, Preference-Applied, Retry-After, WWW-Authenticate, X-Request-Id,"
              + " X-Snapshot-Age, X-Snapshot-Cursor, X-Snapshot-Trouble");
  // Sessions and tokens of who uses such a page count there as here.
  private static final Header CREDENTIALS =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
  private static final List<Header> PREFLIGHT =
      List.of(
          HeaderValues.createCached(
              HeaderNames.ACCESS_CONTROL_ALLOW_METHODS,
              "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
          HeaderValues.createCached(
              HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
              "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
                  + " Last-Event-ID, Prefer, X-Request-Id"),
          HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600"));
  private static final Pattern OWN_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private static final String SIGN_IN = "/api/session";
  private static final Pattern CALENDAR = Pattern.compile("^(/api/calendar/)[^/]+(?=\\.ics)");

  private static final System.Logger LOG = System.getLogger(RequestFilter.class.getName());
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");

  private final AccessRules rules;
  private final TrustedProxies proxies;
  private final Throttle throttle;
  private final Authenticator authenticator;
  private final Supplier<String> requestIds;

  /**
   * @param requestIds ids for requests that bring none
   */
  public RequestFilter(
      AccessRules rules,
      TrustedProxies proxies,
      Throttle throttle,
      Authenticator authenticator,
      Supplier<String> requestIds) {
    this.rules = rules;
    this.proxies = proxies;
    this.throttle = throttle;
    this.authenticator = authenticator;
    this.requestIds = requestIds;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest req, RoutingResponse res) {
    var origin = first(req.headers(), HeaderNames.ORIGIN);
    var exchange = exchange(req, origin);
    exchange.begin(req);
    exchange.headers().forEach(res::header);
    var counted = counted(exchange.client(), req);
    try {
      hear(counted, req);
      pass(chain, req, res, origin);
    } catch (HttpRefusal e) {
      Problems.send(req, res, e.problem(), e.headers());
    }
    throttle.answered(counted, res.status().code());
    log(exchange, req, res);
    // Helidon 4.5.0 announces the end of a connection and then leaves it to the client.
    if (closes(req.headers()) || res.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
      throw new CloseConnectionException("the client or an answer asked for it");
    }
  }

  /** Whether the client wants no more than this (RFC 9112, section 9.6). */
  private static boolean closes(ServerRequestHeaders headers) {
    return headers.contains(HeaderNames.CONNECTION)
        && headers.get(HeaderNames.CONNECTION).allValues(true).stream()
            .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
  }

  private void pass(
      FilterChain chain, RoutingRequest req, RoutingResponse res, @Nullable String origin) {
    var headers = req.headers();
    var host = first(headers, HeaderNames.HOST);
    if (host == null || !rules.answersTo(host)) {
      throw HttpRefusal.foreignHost(host == null ? "no name" : host);
    }
    var method = req.prologue().method();
    if (!Method.GET.equals(method) && !Method.HEAD.equals(method)) {
      refuseForeignPage(headers, origin, host, Exchange.of(req).client().https());
    }
    if (Method.OPTIONS.equals(method)
        && headers.contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD)) {
      PREFLIGHT.forEach(res::header);
      res.status(Status.NO_CONTENT_204).send();
    } else {
      chain.proceed();
    }
  }

  /**
   * Whose requests this one is counted with. Who brings credentials that hold counts alone: what
   * neighbours at the same address try does not concern them.
   */
  private String counted(ClientAddress client, RoutingRequest req) {
    var headers = req.headers();
    if (!headers.contains(HeaderNames.AUTHORIZATION) && !headers.contains(HeaderNames.COOKIE)) {
      return client.network();
    }
    try {
      return authenticator
          .authenticate(req)
          .filter(authentication -> authentication.credential() != null)
          .map(authentication -> "person " + authentication.actor().name())
          .orElseGet(client::network);
    } catch (RuntimeException e) {
      // The route says what is wrong with them, or with what knows them.
      return client.network();
    }
  }

  private void hear(String counted, RoutingRequest req) {
    var method = req.prologue().method();
    if (req.path().rawPath().startsWith(SIGN_IN)) {
      // Counted by its own rules, so that whoever may come in can.
      return;
    }
    var wait = throttle.wait(counted, !isRead(method));
    if (!wait.isZero()) {
      throw HttpRefusal.tooMany(wait);
    }
  }

  private static boolean isRead(Method method) {
    return Method.GET.equals(method) || Method.HEAD.equals(method) || Method.OPTIONS.equals(method);
  }

  private static void log(Exchange exchange, RoutingRequest req, RoutingResponse res) {
    LOG.log(
        Level.DEBUG,
        () ->
            "%s %s %s answered %d (request %s)"
                .formatted(
                    exchange.client().text(),
                    req.prologue().method(),
                    withoutSecret(req.path().rawPath()),
                    res.status().code(),
                    exchange.requestId()));
  }

  /** The address of a calendar lets in whoever knows it. */
  private static String withoutSecret(String path) {
    return CALENDAR.matcher(path).replaceFirst("$1***");
  }

  private ClientAddress client(RoutingRequest req) {
    var peer = ((InetSocketAddress) req.remotePeer().address()).getAddress();
    if (!proxies.trusts(peer)) {
      return new ClientAddress(peer, req.isSecure());
    }
    var headers = req.headers();
    return proxies.client(
        peer,
        req.isSecure(),
        Forwarded.read(
            headers.all(HeaderNames.FORWARDED, List::of),
            headers.all(HeaderNames.X_FORWARDED_FOR, List::of),
            headers.all(FORWARDED_PROTO, List::of)));
  }

  private Exchange exchange(RoutingRequest req, @Nullable String origin) {
    var headers = req.headers();
    var given = first(headers, REQUEST_ID);
    var id = given != null && OWN_ID.matcher(given).matches() ? given : requestIds.get();
    var client = client(req);
    var common = new ArrayList<Header>(9);
    common.add(HeaderValues.create(REQUEST_ID, id));
    common.addAll(SecurityHeaders.ALWAYS);
    if (client.https()) {
      common.add(SecurityHeaders.ENCRYPTED);
    }
    if (!rules.origins().isEmpty()) {
      common.add(VARY);
    }
    var friendly = origin != null && rules.allows(origin);
    if (friendly) {
      common.add(HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
      common.add(CREDENTIALS);
      common.add(EXPOSED);
    }
    return new Exchange(id, client, common, friendly);
  }

  private void refuseForeignPage(
      ServerRequestHeaders headers, @Nullable String origin, String host, boolean https) {
    if (origin != null) {
      if (!AccessRules.same(origin, host, https) && !rules.allows(origin)) {
        throw HttpRefusal.foreignPage(
            "pages of %s may not use this server; see the setting API_CORS_ORIGINS"
                .formatted(origin));
      }
      return;
    }
    var site = first(headers, FETCH_SITE);
    if (site != null && !OWN_SITES.contains(site)) {
      throw HttpRefusal.foreignPage("a page of another server sent this without its origin");
    }
  }

  private static @Nullable String first(ServerRequestHeaders headers, HeaderName name) {
    return headers.contains(name) ? headers.get(name).get() : null;
  }
}
