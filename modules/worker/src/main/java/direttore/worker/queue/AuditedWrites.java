package direttore.worker.queue;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import direttore.domain.access.Actor;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Writes down what operators do to the queue by the dashboard. */
final class AuditedWrites extends Filter {
  private static final System.Logger LOG = System.getLogger(AuditedWrites.class.getName());
  private static final int FIRST_FAILURE = 400;

  private final Audit audit;
  private final Clock clock;

  AuditedWrites(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    if (SameOrigin.isRead(exchange)) {
      chain.doFilter(exchange);
      return;
    }
    try {
      chain.doFilter(exchange);
    } finally {
      write(exchange);
    }
  }

  private void write(HttpExchange exchange) {
    var status = exchange.getResponseCode();
    var done = status > 0 && status < FIRST_FAILURE;
    var via = via(exchange);
    var entry =
        new AuditEntry(
            0,
            clock.instant(),
            via == Actor.Via.NONE ? "" : exchange.getPrincipal().getUsername(),
            via,
            exchange.getRemoteAddress().getAddress().getHostAddress(),
            "queue." + exchange.getRequestMethod().toLowerCase(Locale.ROOT),
            exchange.getRequestURI().getPath().replaceFirst("^/api/", ""),
            null,
            null,
            "dashboard-" + UUID.randomUUID(),
            done ? Outcome.DONE : Outcome.FAILED,
            done ? "" : "the dashboard answered " + status);
    try {
      audit.write(entry);
    } catch (RuntimeException e) {
      // What was done is done: the log keeps what the audit could not.
      LOG.log(Level.ERROR, () -> "not in the audit: " + entry, e);
    }
  }

  private static Actor.Via via(HttpExchange exchange) {
    if (exchange.getPrincipal().getUsername().equals(OperatorsOnly.ANYBODY)) {
      return Actor.Via.NONE;
    }
    return exchange.getRequestHeaders().containsKey("Authorization")
        ? Actor.Via.TOKEN
        : Actor.Via.SESSION;
  }

  @Override
  public String description() {
    return "writes down what is done";
  }
}
