package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.NewToken;
import direttore.domain.access.Right;
import direttore.domain.access.Role;
import direttore.domain.access.TokenIssuer;
import direttore.domain.access.TokenName;
import direttore.domain.cluster.Cluster;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What belongs to whoever asks: {@code /api/me}. */
final class MeRoutes {
  private final Identity identity;
  private final Cluster cluster;
  private final Clock clock;
  private final TokenIssuer issuer;

  MeRoutes(Identity identity, Cluster cluster, Clock clock) {
    this.identity = identity;
    this.cluster = cluster;
    this.clock = clock;
    this.issuer = new TokenIssuer(identity.tokens(), clock);
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/me/reach", RequiredRight.ANY, this::reach),
        Route.post("/api/me/password", RequiredRight.ANY, "password.change", this::changePassword),
        Route.get("/api/me/sessions", RequiredRight.ANY, this::sessions),
        Route.delete("/api/me/sessions/{id}", RequiredRight.ANY, "session.end", this::endSession),
        Route.get("/api/me/tokens", RequiredRight.ANY, this::tokens),
        Route.post("/api/me/tokens", RequiredRight.ANY, "token.make", this::makeToken),
        Route.delete("/api/me/tokens/{id}", RequiredRight.ANY, "token.revoke", this::revokeToken));
  }

  /** What may be made and changed. */
  record Reach(MakeReach make, ChangeReach change) {}

  /** Whether guests may be made. */
  record MakeReach(boolean allowed, @Nullable String why) {}

  /** Which guests may be changed. */
  record ChangeReach(boolean all, List<Integer> vmids, @Nullable String why) {}

  private void reach(ServerRequest req, ServerResponse res) {
    var actor = AuditedRequest.of(req).actor();
    Answer.json(req, res, new Reach(make(actor), change(actor)));
  }

  private static MakeReach make(Actor actor) {
    var everywhere =
        actor.grants().stream().anyMatch(g -> g.role().has(Right.MAKE_GUESTS) && g.scope().whole());
    return new MakeReach(
        actor.has(Right.MAKE_GUESTS), everywhere ? null : actor.whyNot(Right.MAKE_GUESTS));
  }

  private ChangeReach change(Actor actor) {
    if (actor.changesAll()) {
      return new ChangeReach(true, List.of(), null);
    }
    var vmids =
        identity.access().changeable(actor, cluster.guests().value()).stream()
            .map(g -> g.ref().vmid().value())
            .toList();
    return new ChangeReach(false, vmids, actor.whyNot(Right.CHANGE_GUESTS));
  }

  private void changePassword(ServerRequest req, ServerResponse res) {
    var audited = AuditedRequest.of(req);
    requirePerson(audited.actor());
    var fields = Fields.of(Body.object(req));
    var current = fields.required("current", fields.text("current"), "");
    var password = fields.required("password", fields.text("password"), "");
    var endTokens = fields.flag("end_tokens", false);
    fields.refuseUnknown();
    fields.refuseIfAny();
    identity
        .signIn()
        .changePassword(
            audited.actor(),
            current,
            password,
            audited.authentication().credential(),
            audited.client());
    if (endTokens) {
      identity.revokeTokens(audited.actor().id());
    }
    audited.about("person/" + audited.actor().name());
    res.status(Status.NO_CONTENT_204).send();
  }

  private void sessions(ServerRequest req, ServerResponse res) {
    var authentication = AuditedRequest.of(req).authentication();
    var all =
        identity.sessions().of(authentication.actor().id(), clock.instant()).stream()
            .map(s -> Views.SessionView.of(s, authentication.credential()))
            .toList();
    Answer.json(req, res, new SessionsView(all));
  }

  /** The own sessions. */
  record SessionsView(List<Views.SessionView> sessions) {}

  private void endSession(ServerRequest req, ServerResponse res) {
    var id = Paths.id(req, "session");
    AuditedRequest.of(req).about("session/" + id);
    requirePerson(AuditedRequest.of(req).actor());
    if (!identity.sessions().end(AuditedRequest.of(req).actor().id(), id)) {
      throw new Refusal.NotFound("session", id);
    }
    identity.credentials().forget();
    res.status(Status.NO_CONTENT_204).send();
  }

  private void tokens(ServerRequest req, ServerResponse res) {
    var all =
        identity.tokens().of(AuditedRequest.of(req).actor().id()).stream()
            .map(Views.TokenView::of)
            .toList();
    Answer.json(req, res, new TokensView(all));
  }

  /** Somebody's tokens. */
  record TokensView(List<Views.TokenView> tokens) {}

  /** A token, and its secret for the only time. */
  record MadeToken(Views.TokenView token, String secret) {}

  private void makeToken(ServerRequest req, ServerResponse res) {
    var actor = AuditedRequest.of(req).actor();
    requirePerson(actor);
    var fields = Fields.of(Body.object(req));
    var name =
        fields.required(
            "name", fields.made("name", fields.text("name"), TokenName::new), new TokenName("x"));
    var role =
        fields.required("role", fields.made("role", fields.text("role"), Role::parse), Role.VIEWER);
    var days = fields.required("days", fields.integer("days"), 1);
    var wanted = fields.whole(() -> new NewToken(actor, name, role, days));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var issued = issuer.issue(Objects.requireNonNull(wanted));
    AuditedRequest.of(req).about("token/" + issued.token().id());
    res.status(Status.CREATED_201);
    Answer.json(
        req, res, new MadeToken(Views.TokenView.of(issued.token()), issued.secret().text()));
  }

  private void revokeToken(ServerRequest req, ServerResponse res) {
    var id = Paths.id(req, "token");
    AuditedRequest.of(req).about("token/" + id);
    requirePerson(AuditedRequest.of(req).actor());
    if (!identity.tokens().revoke(AuditedRequest.of(req).actor().id(), id)) {
      throw new Refusal.NotFound("token", id);
    }
    identity.credentials().forget();
    res.status(Status.NO_CONTENT_204).send();
  }

  private static void requirePerson(Actor actor) {
    if (actor.person().isEmpty()) {
      throw new Refusal.WrongState("nobody signs in here (AUTH_MODE=none)", null);
    }
    if (actor.via() != Actor.Via.SESSION) {
      // A stolen token must not make itself a longer life, nor throw its owner out.
      throw new Refusal.Forbidden(
          null,
          "An API token cannot change your password, sessions or tokens; do it in a browser.");
    }
  }
}
