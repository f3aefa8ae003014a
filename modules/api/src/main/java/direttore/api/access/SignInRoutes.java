package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Authentication;
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
        Route.get("/api/sign-in", RequiredRight.NONE, this::ways),
        Route.get("/api/session", RequiredRight.ANY, this::show),
        Route.post("/api/session", RequiredRight.NONE, "sign-in", this::signIn),
        Route.post("/api/session/link", RequiredRight.NONE, "sign-in.link", this::signInByLink),
        Route.post("/api/session/link/check", RequiredRight.NONE, "sign-in.link", this::checkLink),
        Route.delete("/api/session", RequiredRight.ANY, "sign-out", this::signOut));
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
    answer(req, res, AuditedRequest.of(req).authentication());
  }

  private void signIn(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var name = fields.required("name", fields.text("name"), "");
    var password = fields.required("password", fields.text("password"), "");
    fields.refuseUnknown();
    fields.refuseIfAny();
    about(AuditedRequest.of(req), name);
    open(req, res, identity.signIn().byPassword(name, password, AuditedRequest.of(req).client()));
  }

  /** Only somebody there is: what is typed in the wrong place may be the password. */
  private void about(AuditedRequest audited, String name) {
    audited.unasked();
    try {
      identity
          .people()
          .find(new PersonName(name.strip().toLowerCase(Locale.ROOT)))
          .ifPresent(person -> audited.about("person/" + person.name()));
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
    open(
        req,
        res,
        identity.signIn().byLink(new Secret(token), password, AuditedRequest.of(req).client()));
  }

  /** Not a GET, so that the token stands in no address, which proxies write down. */
  private void checkLink(ServerRequest req, ServerResponse res) {
    AuditedRequest.of(req).unkept();
    var fields = Fields.of(Body.object(req));
    var token = fields.required("token", fields.text("token"), "");
    fields.refuseUnknown();
    fields.refuseIfAny();
    identity.signIn().checkLink(new Secret(token), AuditedRequest.of(req).client());
    res.status(Status.NO_CONTENT_204).send();
  }

  private void open(ServerRequest req, ServerResponse res, SignIn.Opened opened) {
    start.begin(req, res, opened);
    answer(req, res, opened.authentication());
  }

  private void signOut(ServerRequest req, ServerResponse res) {
    identity.signIn().out(AuditedRequest.of(req).authentication());
    SessionCookie.take(req, res);
    res.status(Status.NO_CONTENT_204).send();
  }

  private void answer(ServerRequest req, ServerResponse res, Authentication authentication) {
    var local = identity.people().passwordHash(authentication.actor().id()).isPresent();
    Answer.json(req, res, Views.Me.of(authentication, local));
  }
}
