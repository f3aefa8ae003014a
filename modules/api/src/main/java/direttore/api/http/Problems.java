package direttore.api.http;

import direttore.domain.Refusal;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The one place where a failure becomes an answer. */
public final class Problems {
  static final Header PROBLEM_JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");
  private static final Header RETRY_AFTER = HeaderValues.createCached(HeaderNames.RETRY_AFTER, "5");
  // What RFC 9110 (11.6.1) asks of every 401; browsers do not pop up a window for it.
  private static final Header BEARER =
      HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"direttore\"");
  private static final System.Logger LOG = System.getLogger(Problems.class.getName());

  private Problems() {}

  /** Answers every failure of the routes with a problem document. */
  public static void install(HttpRouting.Builder routing) {
    routing
        .error(Refusal.class, (req, res, e) -> send(req, res, told(req, e), headers(e)))
        .error(HttpRefusal.class, (req, res, e) -> send(req, res, e.problem(), e.headers()))
        .error(HttpException.class, (req, res, e) -> send(req, res, of(e.status()), List.of()))
        .error(CloseConnectionException.class, (req, res, e) -> rethrow(e))
        .error(Throwable.class, Problems::unexpected);
  }

  /** Answers what reaches no route, such as what is no valid HTTP, with a problem document. */
  public static DirectHandlers beforeRouting(Supplier<String> requestIds) {
    var handler = new Unrouted(requestIds);
    var handlers = DirectHandlers.builder();
    for (var event : EventType.values()) {
      handlers.addHandler(event, handler);
    }
    return handlers.build();
  }

  private static Problem told(ServerRequest req, Refusal why) {
    var problem = Problem.of(why);
    return switch (why) {
      case Refusal.ReservationConflict conflict ->
          problem.with(
              Problem.Taken.of(conflict, AuditedRequest.of(req).actor(), AnswerZone.of(req)));
      case Refusal.RuleBroken rule -> problem.with(BrokenRules.of(rule, AnswerZone.of(req)));
      default -> problem;
    };
  }

  private static List<Header> headers(Refusal why) {
    return switch (why) {
      case Refusal.Throttled r -> {
        var seconds = Math.max(1, (r.patience().toMillis() + 999) / 1000);
        yield List.of(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
      }
      case Refusal.NotSignedIn r -> List.of(BEARER);
      default -> List.of();
    };
  }

  private static void rethrow(CloseConnectionException e) {
    throw e;
  }

  private static void unexpected(ServerRequest req, ServerResponse res, Throwable e) {
    LOG.log(
        Level.ERROR,
        () ->
            "%s %s of %s failed (request %s)"
                .formatted(
                    req.prologue().method(),
                    req.path().rawPath(),
                    Exchange.of(req).client().text(),
                    Exchange.of(req).requestId()),
        e);
    send(req, res, of(Status.INTERNAL_SERVER_ERROR_500), List.of());
  }

  static Problem of(Status status) {
    return switch (status.code()) {
      case 400 ->
          Problem.of(400, "malformed", "The request cannot be read", "this is not valid HTTP/1.1");
      case 404 -> Problem.of(404, "not-found", "Not found", "there is nothing at this address");
      case 413 -> Problem.of(413, "too-large", "The body is too large", "send a smaller body");
      case 414 -> Problem.of(414, "too-long", "The address is too long", "send a shorter address");
      case 503 -> Problem.of(503, "overloaded", "Too many requests at once", "try again later");
      case 500 ->
          Problem.of(
              500,
              "unexpected",
              "Unexpected failure",
              "the server log says more under this request's id");
      default ->
          Problem.of(
              status.code(),
              "http-" + status.code(),
              status.reasonPhrase(),
              status.reasonPhrase().toLowerCase(Locale.ROOT));
    };
  }

  static void send(ServerRequest req, ServerResponse res, Problem problem, List<Header> headers) {
    Exchange.of(req).headers().forEach(res::header);
    headers.forEach(res::header);
    if (problem.status() == 503) {
      res.header(RETRY_AFTER);
    }
    res.status(problem.http()).header(PROBLEM_JSON).header(Answer.NOT_STORED);
    Answer.bytes(req, res, Json.bytes(problem.in(Exchange.of(req).requestId())));
  }
}
