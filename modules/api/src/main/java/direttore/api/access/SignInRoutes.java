package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Need;
import direttore.api.http.Route;
import direttore.api.http.Visit;
import direttore.domain.Refusal;
import direttore.domain.access.Admission;
import direttore.domain.access.PersonName;
import direttore.domain.access.Secret;
import direttore.domain.access.SignIn;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In and out: {@code /api/sign-in}, {@code /api/session}. */
final class SignInRoutes {
  private final Identity identity;
  private final SessionStart start;

  SignInRoutes(Identity identity, SessionStart start) {
    this.identity = identity;
    this.start = start;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/sign-in", Need.NONE, this::ways),
        Route.get("/api/session", Need.ANY, this::show),
        Route.post("/api/session", Need.NONE, "sign-in", this::signIn),
        Route.post("/api/session/link", Need.NONE, "sign-in.link", this::signInByLink),
        Route.post("/api/session/link/check", Need.NONE, "sign-in.link", this::checkLink),
        Route.delete("/api/session", Need.ANY, "sign-out", this::signOut));
  }

  /** How people sign in here. */
  record Ways(String mode, @Nullable Provider oidc) {}

  /** An OpenID provider to sign in with. */
  record Provider(String name, String href) {}

  private void ways(ServerRequest req, ServerResponse res) {
    var oidc =
        identity
            .federation()
            .map(federation -> new Provider(federation.name(), FederationRoutes.BEGIN))
            .orElse(null);
    Answer.json(req, res, new Ways(identity.required() ? "required" : "none", oidc));
  }

  private void show(ServerRequest req, ServerResponse res) {
    answer(req, res, Visit.of(req).admission());
  }

  private void signIn(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var name = fields.required("name", fields.text("name"), "");
    var password = fields.required("password", fields.text("password"), "");
    fields.refuseUnknown();
    fields.refuseIfAny();
    about(Visit.of(req), name);
    open(req, res, identity.signIn().byPassword(name, password, Visit.of(req).client()));
  }

  /** Only somebody there is: what is typed in the wrong place may be the password. */
  private void about(Visit visit, String name) {
    visit.unasked();
    try {
      identity
          .people()
          .find(new PersonName(name.strip().toLowerCase(Locale.ROOT)))
          .ifPresent(person -> visit.about("person/" + person.name()));
    } catch (Refusal.Invalid e) {
      // Nobody can have such a name.
      return;
    }
  }

  private void signInByLink(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var token = fields.required("token", fields.text("token"), "");
    var password = fields.required("password", fields.text("password"), "");
    fields.refuseUnknown();
    fields.refuseIfAny();
    open(req, res, identity.signIn().byLink(new Secret(token), password, Visit.of(req).client()));
  }

  /** Not a GET, so that the token stands in no address, which proxies write down. */
  private void checkLink(ServerRequest req, ServerResponse res) {
    Visit.of(req).unkept();
    var fields = Fields.of(Body.object(req));
    var token = fields.required("token", fields.text("token"), "");
    fields.refuseUnknown();
    fields.refuseIfAny();
    identity.signIn().checkLink(new Secret(token), Visit.of(req).client());
    res.status(Status.NO_CONTENT_204).send();
  }

  private void open(ServerRequest req, ServerResponse res, SignIn.Opened opened) {
    start.begin(req, res, opened);
    answer(req, res, opened.admission());
  }

  private void signOut(ServerRequest req, ServerResponse res) {
    identity.signIn().out(Visit.of(req).admission());
    SessionCookie.take(req, res);
    res.status(Status.NO_CONTENT_204).send();
  }

  private void answer(ServerRequest req, ServerResponse res, Admission admission) {
    var local = identity.people().passwordHash(admission.actor().id()).isPresent();
    Answer.json(req, res, Views.Me.of(admission, local));
  }
}
