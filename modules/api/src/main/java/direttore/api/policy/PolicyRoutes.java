package direttore.api.policy;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.Versioned;
import direttore.domain.Refusal;
import direttore.domain.access.People;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.reservation.policy.Policies;
import direttore.domain.reservation.policy.Policy;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/policies}: by which rules people reserve, and those for oneself. */
public final class PolicyRoutes {
  private static final String ALL = "/api/policies";
  private static final String GENERAL = ALL + "/general";
  private static final String OF_TEAM = ALL + "/teams/{team}";
  private final Policies policies;
  private final People people;

  public PolicyRoutes(Policies policies, People people) {
    this.policies = policies;
    this.people = people;
  }

  public List<Route> routes() {
    var manage = RequiredRight.of(Right.MANAGE_RESOURCES);
    var general = new Versioned(req -> view(null));
    var each = new Versioned(req -> view(team(req)));
    return List.of(
        Route.get("/api/reservations/rules", RequiredRight.of(Right.SEE), this::mine),
        Route.get(ALL, manage, this::list),
        Route.get(GENERAL, manage, general::show),
        Route.put(GENERAL, manage, "policy.set", (req, res) -> set(req, res, null))
            .changing(general),
        Route.delete(GENERAL, manage, "policy.clear", (req, res) -> clear(req, res, null))
            .changing(general),
        Route.get(OF_TEAM, manage, each::show),
        Route.put(OF_TEAM, manage, "policy.set", (req, res) -> set(req, res, team(req)))
            .changing(each),
        Route.delete(OF_TEAM, manage, "policy.clear", (req, res) -> clear(req, res, team(req)))
            .changing(each));
  }

  /** The rules of one team; null where it has none of its own. */
  record TeamView(@Nullable String team, @Nullable PolicyView policy) {}

  /** All rules. */
  record AllView(@Nullable PolicyView general, List<TeamView> teams) {}

  /**
   * By which rules somebody reserves.
   *
   * @param bound false for operators everywhere, who go by none
   * @param general for what is of no team, and of teams without rules of their own
   * @param teams theirs
   */
  record MineView(boolean bound, @Nullable PolicyView general, List<TeamView> teams) {}

  private void mine(ServerRequest req, ServerResponse res) {
    var actor = AuditedRequest.of(req).actor();
    var ofTeams = policies.ofTeams();
    var teams =
        actor.teams().stream()
            .sorted()
            .map(team -> new TeamView(team.value(), shown(ofTeams.get(team))))
            .toList();
    Answer.json(req, res, new MineView(!actor.changesAll(), general(), teams));
  }

  private void list(ServerRequest req, ServerResponse res) {
    var teams =
        policies.ofTeams().entrySet().stream()
            .map(each -> new TeamView(each.getKey().value(), PolicyView.of(each.getValue())))
            .toList();
    Answer.json(req, res, new AllView(general(), teams));
  }

  private @Nullable PolicyView general() {
    return policies.general().map(PolicyView::of).orElse(null);
  }

  private static @Nullable PolicyView shown(@Nullable Policy policy) {
    return policy == null ? null : PolicyView.of(policy);
  }

  private TeamView view(@Nullable TeamName team) {
    return team == null
        ? new TeamView(null, general())
        : new TeamView(team.value(), shown(policies.ofTeams().get(team)));
  }

  private void set(ServerRequest req, ServerResponse res, @Nullable TeamName team) {
    change(req, res, team, PolicyFields.read(Body.object(req)));
  }

  private void clear(ServerRequest req, ServerResponse res, @Nullable TeamName team) {
    change(req, res, team, null);
  }

  private void change(
      ServerRequest req, ServerResponse res, @Nullable TeamName team, @Nullable Policy policy) {
    AuditedRequest.of(req)
        .about(Optional.ofNullable(team).map(t -> "policy/" + t.value()).orElse("policy"));
    var before = view(team);
    policies.set(team, policy);
    var after = view(team);
    AuditedRequest.of(req).changed(before, after);
    Versioned.changed(req, res, after);
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
