package direttore.worker.queue;

import com.sun.net.httpserver.Authenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import direttore.domain.Refusal;
import direttore.domain.access.Authentication;
import direttore.domain.access.CredentialCheck;
import direttore.domain.access.Right;
import direttore.domain.access.Secret;
import direttore.domain.access.Session;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets into the dashboard who may manage the job queue, by the session of the web UI (cookies know
 * no ports, so the browser brings it here too) or by an API token. Others are sent to sign in.
 */
public final class OperatorsOnly extends Authenticator {
  /** Whoever comes where nobody signs in; no name of a person, as it has blanks around it. */
  static final String ANYBODY = " anybody ";

  private static final String BEARER = "Bearer ";
  private static final int FOUND = 302;
  private static final int NOT_SIGNED_IN = 401;
  private static final int FORBIDDEN = 403;
  private final CredentialCheck credentials;
  private final URI api;

  /**
   * @param api where the web UI is; its host is taken from the request
   */
  public OperatorsOnly(CredentialCheck credentials, URI api) {
    this.credentials = credentials;
    this.api = api;
  }

  /** Where nobody signs in, everybody is an operator. */
  public static Authenticator everybody() {
    return new Authenticator() {
      @Override
      public Result authenticate(HttpExchange exchange) {
        return new Success(new HttpPrincipal(ANYBODY, "direttore"));
      }
    };
  }

  @Override
  public Result authenticate(HttpExchange exchange) {
    try {
      var authentication = authentication(exchange);
      if (authentication.isEmpty()) {
        return stranger(exchange);
      }
      var actor = authentication.get().actor();
      return actor.has(Right.RUN_JOBS)
          ? new Success(new HttpPrincipal(actor.name(), "direttore"))
          : new Failure(FORBIDDEN);
    } catch (Refusal.NotSignedIn e) {
      return stranger(exchange);
    }
  }

  private Optional<Authentication> authentication(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var authorization = headers.getFirst("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      var address = exchange.getRemoteAddress().getAddress().getHostAddress();
      return Optional.of(
          credentials.byToken(new Secret(authorization.substring(BEARER.length())), address));
    }
    return Optional.ofNullable(headers.getFirst("Cookie"))
        .flatMap(OperatorsOnly::session)
        .map(credentials::bySession);
  }

  private static Optional<Secret> session(String cookies) {
    return Arrays.stream(cookies.split(";", -1))
        .map(String::strip)
        .filter(cookie -> Session.isCookie(cookie.replaceFirst("=.*", "")))
        .map(cookie -> new Secret(cookie.substring(cookie.indexOf('=') + 1)))
        .findFirst();
  }

  /** A page leads to the sign-in, what a page fetches is only refused. */
  private Result stranger(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath();
    if (!path.equals("/") && !path.startsWith("/dashboard")) {
      return new Failure(NOT_SIGNED_IN);
    }
    var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    var name =
        host.matches("[A-Za-z0-9.-]+(:[0-9]+)?") ? host.replaceFirst(":.*", "") : "127.0.0.1";
    exchange
        .getResponseHeaders()
        .set("Location", "%s://%s:%d/sign-in".formatted(api.getScheme(), name, api.getPort()));
    return new Failure(FOUND);
  }
}
