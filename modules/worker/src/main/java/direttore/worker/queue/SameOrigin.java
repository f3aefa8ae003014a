package direttore.worker.queue;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/**
 * Keeps other web pages from using an operator's signed-in browser, and the dashboard's page from
 * asking any other host for anything.
 */
final class SameOrigin extends Filter {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    var site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    if (!exchange.getRequestMethod().equals("GET") && site != null && !OWN.contains(site)) {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().add("Content-Security-Policy", "connect-src 'self'");
    chain.doFilter(exchange);
  }

  @Override
  public String description() {
    return "refuses what other sites send";
  }
}
