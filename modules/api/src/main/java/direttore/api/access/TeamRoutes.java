package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** People who have guests together: {@code /api/teams}. */
final class TeamRoutes {
  private final Identity identity;

  TeamRoutes(Identity identity) {
    this.identity = identity;
  }

  List<Route> routes() {
    var manage = RequiredRight.of(Right.MANAGE_PEOPLE);
    return List.of(
        Route.get("/api/teams", RequiredRight.of(Right.SEE), this::teams),
        Route.post("/api/teams", manage, "team.add", this::addTeam),
        Route.delete("/api/teams/{team}", manage, "team.remove", this::removeTeam));
  }

  /** All teams. */
  record TeamsView(List<Views.TeamView> teams) {}

  private void teams(ServerRequest req, ServerResponse res) {
    var all = identity.people().teams().stream().map(Views.TeamView::of).toList();
    Answer.json(req, res, new TeamsView(all));
  }

  private void addTeam(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var name =
        fields.required(
            "name", fields.made("name", fields.text("name"), TeamName::new), new TeamName("x"));
    fields.refuseUnknown();
    fields.refuseIfAny();
    AuditedRequest.of(req).about("team/" + name);
    var team = identity.people().addTeam(name);
    res.status(Status.CREATED_201);
    Answer.json(req, res, Views.TeamView.of(team));
  }

  private void removeTeam(ServerRequest req, ServerResponse res) {
    identity.people().removeTeam(team(Paths.text(req, "team")));
    res.status(Status.NO_CONTENT_204).send();
  }

  private static TeamName team(String name) {
    try {
      return new TeamName(name);
    } catch (Refusal.Invalid e) {
      throw new Refusal.NotFound("team", name);
    }
  }
}
