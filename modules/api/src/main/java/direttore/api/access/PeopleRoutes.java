package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.Versioned;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.DisplayName;
import direttore.domain.access.Grant;
import direttore.domain.access.Person;
import direttore.domain.access.PersonChange;
import direttore.domain.access.PersonName;
import direttore.domain.access.Right;
import direttore.domain.access.Role;
import direttore.domain.access.Scope;
import direttore.domain.access.SignIn;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.VmId;
import direttore.domain.holding.Holding;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody, and what they may do: {@code /api/people}. */
final class PeopleRoutes {
  private static final String PERSON = "/api/people/{person}";

  private final Identity identity;
  private final Cluster cluster;

  PeopleRoutes(Identity identity, Cluster cluster) {
    this.identity = identity;
    this.cluster = cluster;
  }

  List<Route> routes() {
    var manage = RequiredRight.of(Right.MANAGE_PEOPLE);
    var each = new Versioned(req -> Views.PersonView.of(person(req)));
    return List.of(
        Route.get("/api/people", manage, this::list),
        Route.post("/api/people", manage, "person.add", this::add),
        Route.get(PERSON, manage, each::show),
        Route.post(PERSON, manage, "person.change", this::change).changing(each),
        Route.patch(PERSON, manage, "person.change", this::change).changing(each),
        Route.delete(PERSON, manage, "person.delete", this::delete).changing(each),
        Route.post("/api/people/{person}/link", manage, "person.invite", this::invite),
        Route.delete(
            "/api/people/{person}/sessions", manage, "person.end-sessions", this::endSessions),
        Route.get("/api/people/{person}/tokens", manage, this::tokens),
        Route.delete(
            "/api/people/{person}/tokens", manage, "person.revoke-tokens", this::revokeTokens),
        Route.get("/api/people/{person}/rights", manage, this::rights));
  }

  /** All people. */
  record PeopleView(List<Views.PersonView> people) {}

  /** A link to send somebody. */
  record InvitationView(Views.PersonView person, String link, Instant expires) {
    static InvitationView of(Person person, SignIn.Invitation invitation) {
      return new InvitationView(
          Views.PersonView.of(person),
          "/welcome#" + invitation.secret().text(),
          invitation.expires());
    }
  }

  /** What somebody may do. */
  record RightsView(
      String name, List<String> sentences, List<RightView> rights, @Nullable GuestView guest) {}

  /** Whether somebody has a right. */
  record RightView(String right, String means, boolean allowed, @Nullable String why) {}

  /** Whether somebody may change a guest. */
  record GuestView(int vmid, boolean allowed, String why) {}

  private void list(ServerRequest req, ServerResponse res) {
    var all = identity.people().all().stream().map(Views.PersonView::of).toList();
    Answer.json(req, res, new PeopleView(all));
  }

  private void add(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var name =
        fields.required(
            "name", fields.made("name", fields.text("name"), PersonName::new), NAMELESS);
    var display = display(fields, name.value());
    var grants = fields.has("grants") ? grants(fields) : List.<Grant>of();
    fields.required("grants", fields.has("grants") ? grants : null, grants);
    var teams = teams(fields);
    fields.refuseUnknown();
    fields.refuseIfAny();
    var person = identity.people().add(name, display, grants, teams);
    AuditedRequest.of(req).about("person/" + name);
    AuditedRequest.of(req).changed(null, Views.PersonView.of(person));
    var invitation = identity.signIn().invite(person, SignIn.INVITATION);
    res.status(Status.CREATED_201);
    Answer.json(req, res, InvitationView.of(person, invitation));
  }

  private static final PersonName NAMELESS = new PersonName("nameless");

  private void change(ServerRequest req, ServerResponse res) {
    var before = person(req);
    var fields = Fields.of(Body.object(req));
    // All are read, so that one that comes as null is known and stays as it is.
    var display = display(fields, before.display());
    var grants = grants(fields);
    var teams = teams(fields);
    var change =
        new PersonChange(
            fields.has("display") ? display : null,
            fields.flag("disabled"),
            fields.has("grants") ? grants : null,
            fields.has("teams") ? teams : null);
    fields.refuseUnknown();
    fields.refuseIfAny();
    var after = identity.people().change(before.name(), change);
    identity.credentials().forget();
    AuditedRequest.of(req).changed(Views.PersonView.of(before), Views.PersonView.of(after));
    Versioned.changed(req, res, Views.PersonView.of(after));
  }

  private void delete(ServerRequest req, ServerResponse res) {
    var person = person(req);
    if (person.id().equals(AuditedRequest.of(req).actor().id())) {
      throw new Refusal.WrongState("nobody deletes themselves; another administrator can", null);
    }
    identity.people().delete(person.name());
    identity.credentials().forget();
    AuditedRequest.of(req).changed(Views.PersonView.of(person), null);
    res.status(Status.NO_CONTENT_204).send();
  }

  private void invite(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var person = person(req);
    if (person.disabled()) {
      throw new Refusal.WrongState(
          "%s is disabled; enable them first".formatted(person.name()), null);
    }
    var invitation = identity.signIn().invite(person, SignIn.INVITATION);
    Answer.json(req, res, InvitationView.of(person, invitation));
  }

  /** Wherever they are signed in, they have to sign in again; their API tokens go on. */
  private void endSessions(ServerRequest req, ServerResponse res) {
    identity.signIn().expel(person(req).id());
    res.status(Status.NO_CONTENT_204).send();
  }

  private void tokens(ServerRequest req, ServerResponse res) {
    var all = identity.tokens().of(person(req).id()).stream().map(Views.TokenView::of).toList();
    Answer.json(req, res, new MeRoutes.TokensView(all));
  }

  private void revokeTokens(ServerRequest req, ServerResponse res) {
    identity.revokeTokens(person(req).id());
    res.status(Status.NO_CONTENT_204).send();
  }

  private void rights(ServerRequest req, ServerResponse res) {
    var person = person(req);
    var actor = person.actor(Actor.Via.NONE);
    var vmid = Query.text(req, "vmid");
    var all =
        Arrays.stream(Right.values())
            .map(right ->
                new RightView(
                    right.wire(),
                    right.means(),
                    actor.has(right),
                    unbounded(actor, right) ? null : actor.whyTheyMayNot(right)))
            .toList();
    Answer.json(
        req,
        res,
        new RightsView(
            person.name().value(),
            actor.sentences(),
            all,
            vmid == null ? null : guest(person, actor, VmId.parse(vmid))));
  }

  private static boolean unbounded(Actor actor, Right right) {
    return right == Right.CHANGE_GUESTS
        ? actor.changesAll()
        : actor.grants().stream().anyMatch(g -> g.role().has(right) && g.scope().whole())
            || (right == Right.SEE && actor.has(right));
  }

  private GuestView guest(Person person, Actor actor, VmId vmid) {
    var guest = cluster.guest(vmid).orElseThrow(() -> new Refusal.NotFound("guest", vmid));
    if (person.disabled()) {
      return new GuestView(
          vmid.value(), false, "%s is disabled and cannot sign in.".formatted(person.name()));
    }
    var allowed = identity.access().mayChange(actor, guest.ref());
    var owner =
        identity
            .holdings()
            .of(Holding.guest(vmid))
            .map(h -> "It belongs to %s".formatted(h.owner().name()))
            .orElse("It belongs to nobody");
    return new GuestView(
        vmid.value(),
        allowed,
        allowed
            ? "%s: %s %s.".formatted(owner, person.name(), String.join("; ", actor.sentences()))
            : "%s: %s".formatted(owner, actor.whyTheyMayNot(Right.CHANGE_GUESTS)));
  }

  private Person person(ServerRequest req) {
    var name = Paths.text(req, "person");
    try {
      return identity
          .people()
          .find(new PersonName(name))
          .orElseThrow(() -> new Refusal.NotFound("person", name));
    } catch (Refusal.Invalid e) {
      throw new Refusal.NotFound("person", name);
    }
  }

  private static String display(Fields fields, String otherwise) {
    var given = fields.made("display", fields.text("display"), DisplayName::new);
    return given == null ? otherwise : given.value();
  }

  private static List<Grant> grants(Fields fields) {
    var all = new ArrayList<Grant>();
    for (var each : fields.objects("grants")) {
      var role =
          each.required("role", each.made("role", each.text("role"), Role::parse), Role.VIEWER);
      var kind = each.required("scope", each.text("scope"), "everywhere");
      var value = each.text("value");
      var grant = each.whole(() -> new Grant(role, Scope.of(kind, value)));
      if (grant != null) {
        all.add(grant);
      }
    }
    return all;
  }

  private static Set<TeamName> teams(Fields fields) {
    var all = new HashSet<TeamName>();
    for (var name : fields.texts("teams")) {
      var team = fields.made("teams", name, TeamName::new);
      if (team != null) {
        all.add(team);
      }
    }
    return all;
  }
}
