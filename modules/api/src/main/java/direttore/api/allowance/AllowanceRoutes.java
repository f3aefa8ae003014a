package direttore.api.allowance;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.Versioned;
import direttore.domain.Refusal;
import direttore.domain.access.People;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.allowance.Allowance;
import direttore.domain.allowance.Allowances;
import direttore.domain.allowance.Vlans;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What guests may be put on: {@code /api/teams/{team}/allowance}, and one's own. */
public final class AllowanceRoutes {
  private static final String OF_TEAM = "/api/teams/{team}/allowance";
  private final Allowances allowances;
  private final People people;

  public AllowanceRoutes(Allowances allowances, People people) {
    this.allowances = allowances;
    this.people = people;
  }

  public List<Route> routes() {
    var manage = RequiredRight.of(Right.MANAGE_PEOPLE);
    var each = new Versioned(req -> view(team(req)));
    return List.of(
        Route.get("/api/me/allowance", RequiredRight.ANY, this::mine),
        Route.get(OF_TEAM, manage, each::show),
        Route.post(OF_TEAM, manage, "allowance.set", this::set).changing(each),
        Route.delete(OF_TEAM, manage, "allowance.clear", this::clear).changing(each));
  }

  /**
   * What somebody may put their guests on.
   *
   * @param operator whether they are an operator somewhere, who may use everything there
   * @param own for guests without a team
   */
  record MineView(boolean operator, AllowanceView own, List<TeamView> teams) {}

  /**
   * What guests of a team may be put on.
   *
   * @param own whether the team has a list of its own; false where that of all users holds
   */
  record TeamView(String team, boolean own, AllowanceView allowance) {}

  private void mine(ServerRequest req, ServerResponse res) {
    var actor = AuditedRequest.of(req).actor();
    var teams = actor.teams().stream().sorted().map(this::view).toList();
    Answer.json(
        req,
        res,
        new MineView(actor.operatesSomewhere(), AllowanceView.of(allowances.forUsers()), teams));
  }

  private TeamView view(TeamName team) {
    var own = allowances.of(team);
    return new TeamView(
        team.value(), own.isPresent(), AllowanceView.of(own.orElseGet(allowances::forUsers)));
  }

  private void set(ServerRequest req, ServerResponse res) {
    change(req, res, team(req), allowance(req));
  }

  private void clear(ServerRequest req, ServerResponse res) {
    change(req, res, team(req), null);
  }

  private void change(
      ServerRequest req, ServerResponse res, TeamName team, @Nullable Allowance allowance) {
    var before = view(team);
    allowances.set(team, allowance);
    var after = view(team);
    AuditedRequest.of(req).changed(before, after);
    Versioned.changed(req, res, after);
  }

  private static Allowance allowance(ServerRequest req) {
    var fields = Fields.of(Body.object(req));
    var bridges = names(fields, "bridges");
    var storages = names(fields, "storages");
    var tags = fields.texts("vlans");
    var vlans = fields.has("vlans") ? tags : null;
    var allowance =
        fields.whole(
            () -> new Allowance(bridges, vlans == null ? null : new Vlans(vlans), storages));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(allowance, "refused otherwise");
  }

  private static @Nullable Set<String> names(Fields fields, String name) {
    var names = fields.texts(name);
    return fields.has(name) ? Set.copyOf(names) : null;
  }

  private TeamName team(ServerRequest req) {
    var name = Paths.text(req, "team");
    return people.teams().stream()
        .map(team -> team.name())
        .filter(team -> team.value().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound("team", name));
  }
}
