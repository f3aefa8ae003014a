package direttore.api.access;

import direttore.api.http.Exchange;
import direttore.api.http.Need;
import direttore.api.http.Route;
import direttore.api.http.Visit;
import direttore.domain.Refusal;
import direttore.domain.access.Attempt;
import direttore.domain.access.Federation;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sign-in at the OpenID provider: {@code /api/session/oidc}, and the way back from there. */
final class FederationRoutes {
  static final String BEGIN = "/api/session/oidc";
  private static final String BACK = BEGIN + "/callback";
  private static final String NOT_BEGUN = "this sign-in was not begun here, or too long ago";
  private final Identity identity;
  private final SessionStart start;

  FederationRoutes(Identity identity, SessionStart start) {
    this.identity = identity;
    this.start = start;
  }

  List<Route> routes() {
    return List.of(
        Route.get(BEGIN, Need.NONE, this::begin),
        Route.landing(BACK, Need.NONE, "sign-in.oidc", this::end));
  }

  private void begin(ServerRequest req, ServerResponse res) {
    var cookie = new AttemptCookie(Attempt.fresh(), ReturnPath.of(sent(req, "return", "/")));
    try {
      var there = federation().begin(cookie.attempt(), back(req));
      cookie.give(req, res);
      leave(res, there.toString());
    } catch (Refusal.Upstream | Refusal.Unreachable e) {
      tell(req, res, "failed", cookie.returning(), e);
    }
  }

  private void end(ServerRequest req, ServerResponse res) {
    AttemptCookie.take(req, res);
    var federation = federation();
    var cookie = AttemptCookie.read(req).filter(c -> isAnswerTo(c.attempt(), req)).orElse(null);
    if (cookie == null) {
      // Nothing was begun here: neither the audit nor the provider is bothered with it.
      Visit.of(req).action("");
      tell(req, res, "expired", "/", Refusal.NotSignedIn.wrong(NOT_BEGUN));
      return;
    }
    try {
      var arrival = arrival(req, federation, cookie);
      start.begin(req, res, arrival.opened());
      note(req, arrival);
      leave(res, cookie.returning());
    } catch (Refusal e) {
      tell(req, res, word(req, e), cookie.returning(), e);
    }
  }

  private static Federation.Arrival arrival(
      ServerRequest req, Federation federation, AttemptCookie cookie) {
    return federation.end(cookie.attempt(), back(req), parameters(req), Visit.of(req).client());
  }

  /** The audit has what groups gave or took away, as it has what people do. */
  private static void note(ServerRequest req, Federation.Arrival arrival) {
    var before = arrival.before();
    if (before == null || !before.provided().equals(arrival.now().provided())) {
      Visit.of(req)
          .changed(
              before == null ? null : Views.PersonView.of(before),
              Views.PersonView.of(arrival.now()));
    }
  }

  private Federation federation() {
    return identity.federation().orElseThrow(() -> new Refusal.NotFound("OpenID provider", "here"));
  }

  private static boolean isAnswerTo(Attempt attempt, ServerRequest req) {
    var state = sent(req, "state", "");
    return MessageDigest.isEqual(
        attempt.state().text().getBytes(StandardCharsets.UTF_8),
        state.getBytes(StandardCharsets.UTF_8));
  }

  /** What the provider or a browser's page sent: a browser is led on, whatever it is. */
  private static String sent(ServerRequest req, String name, String otherwise) {
    return req.query().first(name).filter(v -> !v.isEmpty()).orElse(otherwise);
  }

  private static Map<String, List<String>> parameters(ServerRequest req) {
    return req.query().names().stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, name -> req.query().all(name)));
  }

  /**
   * Under the name that the browser knows us by: the gate has seen to it that it is one of ours.
   */
  private static URI back(ServerRequest req) {
    return URI.create(
        "%s://%s%s"
            .formatted(
                Exchange.of(req).client().https() ? "https" : "http",
                req.headers().get(HeaderNames.HOST).get(),
                BACK));
  }

  private static void leave(ServerResponse res, String where) {
    res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, where).send();
  }

  /** The word for the sign-in page. */
  private static String word(ServerRequest req, Refusal why) {
    return switch (why) {
      case Refusal.Forbidden _ -> "unknown";
      case Refusal.NotSignedIn _ when sent(req, "error", "").equals("access_denied") -> "denied";
      default -> "failed";
    };
  }

  /** People are led to the sign-in page, which says it in words; programs get the problem. */
  private static void tell(
      ServerRequest req, ServerResponse res, String word, String returning, Refusal why) {
    if (!wantsPage(req)) {
      throw why;
    }
    Visit.of(req).refused(why);
    leave(
        res,
        "/sign-in?error=%s&return=%s"
            .formatted(word, URLEncoder.encode(returning, StandardCharsets.UTF_8)));
  }

  private static boolean wantsPage(ServerRequest req) {
    var headers = req.headers();
    return headers.contains(HeaderNames.ACCEPT)
        && headers.get(HeaderNames.ACCEPT).get().contains("text/html");
  }
}
