package direttore.api.http;

import direttore.domain.Refusal;
import direttore.domain.access.Audit;
import direttore.domain.access.AuditEntry;
import direttore.domain.access.AuditEntry.Outcome;
import direttore.domain.access.Authentication;
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
public final class AuthorizationFilter {
  private static final System.Logger LOG = System.getLogger(AuthorizationFilter.class.getName());
  private final Authenticator authenticator;
  private final Audit audit;
  private final Clock clock;
  private final ThrottledTries throttled;
  private final ThrottledTries badTokens;

  public AuthorizationFilter(Authenticator authenticator, Audit audit, Clock clock) {
    this.authenticator = authenticator;
    this.audit = audit;
    this.clock = clock;
    this.throttled = new ThrottledTries(clock);
    this.badTokens = new ThrottledTries(clock);
  }

  Handler before(Route route) {
    return route.action().isEmpty()
        ? (req, res) -> {
          admit(AuditedRequest.begin(req, route), req, route.need());
          route.handler().handle(req, res);
        }
        : (req, res) -> audited(route, req, res);
  }

  private void admit(AuditedRequest audited, ServerRequest req, RequiredRight need) {
    if (!need.signedIn()) {
      return;
    }
    audited.admit(known(audited, req).orElseThrow(Refusal.NotSignedIn::first));
    var right = need.right();
    if (right != null) {
      audited.actor().require(right);
    }
    audited.stays(() -> admits(req, right));
  }

  private Optional<Authentication> known(AuditedRequest audited, ServerRequest req) {
    try {
      return authenticator.authenticate(req);
    } catch (Refusal.NotSignedIn e) {
      if (req.headers().contains(HeaderNames.AUTHORIZATION)) {
        badTokens
            .count(Exchange.of(req).client().network())
            .ifPresent(more -> warn(audited, req, more));
      }
      throw e;
    }
  }

  private static void warn(AuditedRequest audited, ServerRequest req, int more) {
    LOG.log(
        Level.WARNING,
        "An API token that is not valid came from %s (request %s)%s."
            .formatted(
                audited.client().address(), Exchange.of(req).requestId(), onlyCounted(more)));
  }

  private boolean admits(ServerRequest req, @Nullable Right right) {
    try {
      return authenticator
          .authenticate(req)
          .filter(a -> right == null || a.actor().has(right))
          .isPresent();
    } catch (Refusal.NotSignedIn e) {
      return false;
    }
  }

  private void audited(Route route, ServerRequest req, ServerResponse res) throws Exception {
    var audited = AuditedRequest.begin(req, route);
    audited.keeper(() -> write(audited, req, Outcome.ACCEPTED, ""));
    try {
      admit(audited, req, route.need());
      if (!route.conditional()) {
        Versioned.requireNone(req);
      }
      res.beforeSend(() -> done(audited, req));
      route.handler().handle(req, res);
      done(audited, req);
    } catch (CloseConnectionException e) {
      throw e;
    } catch (Exception e) {
      if (audited.settle()) {
        notDone(audited, req, e);
      }
      throw e;
    }
  }

  /** Before the answer: who has it finds in the audit what they did, even if this process dies. */
  private void done(AuditedRequest audited, ServerRequest req) {
    if (!audited.settle()) {
      return;
    }
    var told = audited.refusal();
    if (told == null) {
      write(audited, req, Outcome.DONE, "");
    } else {
      refused(audited, req, told);
    }
  }

  private void notDone(AuditedRequest audited, ServerRequest req, Exception why) {
    switch (why) {
      case Refusal.NotSignedIn e -> {
        // Strangers must not fill the audit; who tries to sign in is throttled.
        if (!audited.route().need().signedIn()) {
          refused(audited, req, e);
        }
      }
      case Refusal.DatabaseAway _, Refusal.Overloaded _ -> {
        // The audit has no room for it either; nothing was done, and the answer says so.
      }
      case Refusal e -> refused(audited, req, e);
      case HttpRefusal e -> {
        audited.unasked();
        write(audited, req, Outcome.REFUSED, String.valueOf(e.getMessage()));
      }
      default -> write(audited, req, Outcome.FAILED, unexpected(Exchange.of(req).requestId()));
    }
  }

  private static String unexpected(String request) {
    return "Unexpected failure; the server log says more (request %s).".formatted(request);
  }

  private void refused(AuditedRequest audited, ServerRequest req, Refusal why) {
    var words = String.valueOf(why.getMessage());
    switch (why) {
      case Refusal.Throttled _ ->
          throttled
              .count(audited.client().address() + ' ' + audited.action())
              .ifPresent(more -> write(audited, req, Outcome.REFUSED, words + onlyCounted(more)));
      case Refusal.Invalid e -> {
        // What is not valid may be anything, such as a password in the wrong place.
        audited.unasked();
        write(audited, req, Outcome.REFUSED, words(e, audited.route()));
      }
      default -> write(audited, req, Outcome.REFUSED, words);
    }
  }

  private static String onlyCounted(int more) {
    return more == 0 ? "" : "; %d more before this one were only counted".formatted(more);
  }

  private void write(AuditedRequest audited, ServerRequest req, Outcome outcome, String detail) {
    if (audited.action().isEmpty()) {
      return;
    }
    var entry =
        new AuditEntry(
            0,
            clock.instant(),
            audited.actor().name(),
            audited.actor().via(),
            audited.client().address(),
            audited.action(),
            audited.target(),
            audited.before(),
            audited.after(),
            Exchange.of(req).requestId(),
            outcome,
            detail,
            audited.operation(),
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
