package direttore.api.http;

import direttore.domain.Refusal;
import direttore.domain.access.Admission;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Right;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stands before every route: lets in who may, and writes down what they do. */
public final class Sentry {
  private static final System.Logger LOG = System.getLogger(Sentry.class.getName());
  private final Entrance entrance;
  private final Audit audit;
  private final Clock clock;
  private final ThrottledTries throttled;
  private final ThrottledTries badTokens;

  public Sentry(Entrance entrance, Audit audit, Clock clock) {
    this.entrance = entrance;
    this.audit = audit;
    this.clock = clock;
    this.throttled = new ThrottledTries(clock);
    this.badTokens = new ThrottledTries(clock);
  }

  Handler before(Route route) {
    return route.action().isEmpty()
        ? (req, res) -> {
          admit(Visit.begin(req, route), req, route.need());
          route.handler().handle(req, res);
        }
        : (req, res) -> audited(route, req, res);
  }

  private void admit(Visit visit, ServerRequest req, Need need) {
    if (!need.signedIn()) {
      return;
    }
    visit.admit(known(visit, req).orElseThrow(Refusal.NotSignedIn::first));
    var right = need.right();
    if (right != null) {
      visit.actor().require(right);
    }
    visit.stays(() -> admits(req, right));
  }

  private Optional<Admission> known(Visit visit, ServerRequest req) {
    try {
      return entrance.admit(req);
    } catch (Refusal.NotSignedIn e) {
      if (req.headers().contains(HeaderNames.AUTHORIZATION)) {
        badTokens
            .count(Exchange.of(req).client().network())
            .ifPresent(more -> warn(visit, req, more));
      }
      throw e;
    }
  }

  private static void warn(Visit visit, ServerRequest req, int more) {
    LOG.log(
        Level.WARNING,
        "An API token that does not hold came from %s (request %s)%s."
            .formatted(visit.client().address(), Exchange.of(req).requestId(), onlyCounted(more)));
  }

  private boolean admits(ServerRequest req, @Nullable Right right) {
    try {
      return entrance.admit(req).filter(a -> right == null || a.actor().has(right)).isPresent();
    } catch (Refusal.NotSignedIn e) {
      return false;
    }
  }

  private void audited(Route route, ServerRequest req, ServerResponse res) throws Exception {
    var visit = Visit.begin(req, route);
    visit.keeper(() -> write(visit, req, Outcome.ACCEPTED, ""));
    try {
      admit(visit, req, route.need());
      route.handler().handle(req, res);
      var told = visit.refusal();
      if (told == null) {
        write(visit, req, Outcome.DONE, "");
      } else {
        refused(visit, req, told);
      }
    } catch (Refusal.NotSignedIn e) {
      // Strangers must not fill the audit; who tries to sign in is throttled.
      if (!route.need().signedIn()) {
        refused(visit, req, e);
      }
      throw e;
    } catch (Refusal.DatabaseAway | Refusal.Overloaded e) {
      // The audit has no room for it either; nothing was done, and the answer says so.
      throw e;
    } catch (Refusal e) {
      refused(visit, req, e);
      throw e;
    } catch (HttpRefusal e) {
      visit.unasked();
      write(visit, req, Outcome.REFUSED, String.valueOf(e.getMessage()));
      throw e;
    } catch (CloseConnectionException e) {
      throw e;
    } catch (Exception e) {
      write(visit, req, Outcome.FAILED, unexpected(Exchange.of(req).requestId()));
      throw e;
    }
  }

  private static String unexpected(String request) {
    return "Unexpected failure; the server log says more (request %s).".formatted(request);
  }

  private void refused(Visit visit, ServerRequest req, Refusal why) {
    var words = String.valueOf(why.getMessage());
    switch (why) {
      case Refusal.Throttled _ ->
          throttled
              .count(visit.client().address() + ' ' + visit.action())
              .ifPresent(more -> write(visit, req, Outcome.REFUSED, words + onlyCounted(more)));
      case Refusal.Invalid e -> {
        // What is not valid may be anything, such as a password in the wrong place.
        visit.unasked();
        write(visit, req, Outcome.REFUSED, words(e, visit.route()));
      }
      default -> write(visit, req, Outcome.REFUSED, words);
    }
  }

  private static String onlyCounted(int more) {
    return more == 0 ? "" : "; %d more before this one were only counted".formatted(more);
  }

  private void write(Visit visit, ServerRequest req, Outcome outcome, String detail) {
    if (visit.action().isEmpty()) {
      return;
    }
    var entry =
        new AuditEntry(
            0,
            clock.instant(),
            visit.actor().name(),
            visit.actor().via(),
            visit.client().address(),
            visit.action(),
            visit.target(),
            visit.before(),
            visit.after(),
            Exchange.of(req).requestId(),
            outcome,
            detail,
            visit.operation(),
            null);
    try {
      audit.write(entry);
    } catch (RuntimeException e) {
      // What was done is done: the log keeps what the audit could not.
      LOG.log(Level.ERROR, () -> "not in the audit: " + entry, e);
    }
  }

  private static String words(Refusal.Invalid e, Route route) {
    var fields = e.violations().stream().map(Refusal.Violation::field).toList();
    var known = KeptFields.known(route, fields);
    return known.isEmpty() ? "not valid" : "not valid: " + String.join(", ", known);
  }
}
