package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Exchange;
import direttore.api.http.Fields;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Federation;
import direttore.domain.access.Person;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        Route.get(BEGIN, RequiredRight.NONE, this::begin),
        Route.landing(BACK, RequiredRight.NONE, "sign-in.oidc", this::end),
        Route.post(BEGIN + "/sign-out", RequiredRight.ANY, "sign-out", this::signOut),
        Route.post(BEGIN + "/signed-out", RequiredRight.NONE, "sign-out.oidc", this::signedOut));
  }

  private void begin(ServerRequest req, ServerResponse res) {
    var cookie = AttemptCookie.fresh(ReturnPath.of(sent(req, "return", "/")));
    try {
      var another = sent(req, "another", "false").equals("true");
      var there = federation().begin(cookie.attempt(), uri(req, BACK), another);
      cookie.give(req, res);
      leave(res, there.toString());
    } catch (Refusal.Upstream | Refusal.Unreachable e) {
      tell(req, res, "failed", cookie.returning(), e);
    }
  }

  private void end(ServerRequest req, ServerResponse res) {
    var federation = federation();
    var state = sent(req, "state", "");
    var cookie = AttemptCookie.read(req, state).orElse(null);
    if (cookie == null) {
      late(req, res, AttemptCookie.returning(state));
      return;
    }
    cookie.take(req, res);
    try {
      var arrival = arrival(req, federation, cookie);
      start.begin(req, res, arrival.opened());
      note(req, arrival);
      leave(res, cookie.returning());
    } catch (Refusal e) {
      tell(req, res, word(req, e), cookie.returning(), e);
    }
  }

  /**
   * An answer to no try of this browser: old, from its history, or somebody else's. Neither the
   * audit nor the provider is bothered with it, and whoever is signed in just goes on.
   */
  private void late(ServerRequest req, ServerResponse res, String returning) {
    AuditedRequest.of(req).action("");
    if (isSignedIn(req)) {
      leave(res, returning);
    } else {
      tell(req, res, "expired", returning, Refusal.NotSignedIn.wrong(NOT_BEGUN));
    }
  }

  private boolean isSignedIn(ServerRequest req) {
    try {
      SessionCookie.read(req).ifPresent(identity.credentials()::bySession);
      return SessionCookie.read(req).isPresent();
    } catch (Refusal.NotSignedIn e) {
      return false;
    }
  }

  /** Where a browser goes to leave the provider too, or null. */
  record Leave(@Nullable String href) {}

  private void signOut(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var authentication = AuditedRequest.of(req).authentication();
    var href =
        identity
            .federation()
            .filter(f -> isOfProvider(authentication.actor().id()))
            .flatMap(f ->
                SessionCookie.read(req)
                    .flatMap(s -> f.leave(authentication.actor().id(), s, uri(req, "/sign-in"))))
            .map(URI::toString)
            .orElse(null);
    identity.signIn().out(authentication);
    SessionCookie.take(req, res);
    Answer.json(req, res, new Leave(href));
  }

  /**
   * The provider says that somebody signed out there (Back-Channel Logout 1.0, 2.5). Other fields
   * than its token are none of ours.
   */
  private void signedOut(ServerRequest req, ServerResponse res) {
    var federation = federation();
    var fields = Fields.of(Body.form(req));
    var token = fields.required("logout_token", fields.text("logout_token"), "");
    fields.refuseIfAny();
    var audited = AuditedRequest.of(req);
    var whose = federation.signedOut(token, audited.client());
    audited.unasked();
    if (whose.isEmpty()) {
      audited.unkept();
    } else {
      audited.about(
          whose.stream()
              .flatMap(id -> identity.people().find(id).stream())
              .map(person -> "person/" + person.name())
              .collect(Collectors.joining(" ")));
    }
    res.status(Status.OK_200).header(Answer.NOT_STORED).send();
  }

  private boolean isOfProvider(UUID person) {
    return identity.people().find(person).filter(Person::vouched).isPresent();
  }

  private static Federation.Arrival arrival(
      ServerRequest req, Federation federation, AttemptCookie cookie) {
    return federation.end(
        cookie.attempt(), uri(req, BACK), parameters(req), AuditedRequest.of(req).client());
  }

  /** The audit has what groups gave or took away, as it has what people do. */
  private static void note(ServerRequest req, Federation.Arrival arrival) {
    var before = arrival.before();
    if (before == null || !before.provided().equals(arrival.now().provided())) {
      AuditedRequest.of(req)
          .changed(
              before == null ? null : Views.PersonView.of(before),
              Views.PersonView.of(arrival.now()));
    }
  }

  private Federation federation() {
    return identity.federation().orElseThrow(() -> new Refusal.NotFound("OpenID provider", "here"));
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
   * Under the name that the browser knows us by: the filter of all requests has seen to it that it
   * is one of ours.
   */
  private static URI uri(ServerRequest req, String path) {
    return URI.create(
        "%s://%s%s"
            .formatted(
                Exchange.of(req).client().https() ? "https" : "http",
                req.headers().get(HeaderNames.HOST).get(),
                path));
  }

  private static void leave(ServerResponse res, String where) {
    res.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, where).send();
  }

  /** The word for the sign-in page. */
  private static String word(ServerRequest req, Refusal why) {
    return switch (why) {
      case Refusal.Forbidden _ -> "unknown";
      case Refusal.Throttled throttled ->
          "throttled&wait=" + Math.max(1, throttled.patience().toSeconds() + 1);
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
    AuditedRequest.of(req).refused(why);
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
