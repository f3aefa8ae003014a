package direttore.worker.queue;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Keeps other web pages from using an operator's signed-in browser, and the dashboard's page from
 * asking any other host for anything or standing in a frame.
 */
final class SameOrigin extends Filter {
  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          // JobRunr's page writes style elements.
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
              + " manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    HEADERS.forEach(exchange.getResponseHeaders()::set);
    if (!isRead(exchange) && !isFromOwnPage(exchange.getRequestHeaders())) {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
      return;
    }
    chain.doFilter(exchange);
  }

  static boolean isRead(HttpExchange exchange) {
    return READS.contains(exchange.getRequestMethod());
  }

  /** Whether a page of ours sent it, or a program, which brings no cookies. */
  private static boolean isFromOwnPage(Headers headers) {
    var origin = headers.getFirst("Origin");
    if (origin != null) {
      return origin.equalsIgnoreCase("http://" + headers.getFirst("Host"))
          || origin.equalsIgnoreCase("https://" + headers.getFirst("Host"));
    }
    var site = headers.getFirst("Sec-Fetch-Site");
    return site == null ? !headers.containsKey("Cookie") : OWN.contains(site);
  }

  @Override
  public String description() {
    return "refuses what other sites send";
  }
}
