package direttore.api.quota;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.Versioned;
import direttore.domain.Refusal;
import direttore.domain.access.PersonName;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.quota.Holder;
import direttore.domain.quota.Quota;
import direttore.domain.quota.Quotas;
import direttore.domain.quota.Standing;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may have how much: {@code /api/quotas}, and of each person and team. */
public final class QuotaRoutes {
  private final Quotas quotas;

  public QuotaRoutes(Quotas quotas) {
    this.quotas = quotas;
  }

  public List<Route> routes() {
    var manage = RequiredRight.of(Right.MANAGE_PEOPLE);
    return Stream.of(
            Stream.of(
                Route.get("/api/me/quota", RequiredRight.ANY, this::mine),
                Route.get("/api/quotas", manage, this::list),
                Route.post("/api/quotas/everybody", manage, "quota.set", this::setForEverybody)),
            of("/api/people/{person}/quota", QuotaRoutes::person),
            of("/api/teams/{team}/quota", QuotaRoutes::team))
        .flatMap(routes -> routes)
        .toList();
  }

  private Stream<Route> of(String path, Function<ServerRequest, Holder> whose) {
    var manage = RequiredRight.of(Right.MANAGE_PEOPLE);
    var each = new Versioned(req -> StandingView.of(quotas.of(whose.apply(req))));
    return Stream.of(
        Route.get(path, manage, each::show),
        Route.post(path, manage, "quota.set", set(whose)).changing(each),
        Route.delete(path, manage, "quota.clear", clear(whose)).changing(each));
  }

  /** How some stand. */
  record StandingsView(List<StandingView> standings) {}

  /** How all stand, and what holds for people without a quota of their own. */
  record QuotasView(StandingView.QuotaView everybody, List<StandingView> standings) {}

  private void mine(ServerRequest req, ServerResponse res) {
    var actor = AuditedRequest.of(req).actor();
    var standings =
        actor.person().isEmpty()
            ? List.<Standing>of()
            : quotas.of(new PersonName(actor.name()), actor.teams().stream().sorted().toList());
    Answer.json(req, res, new StandingsView(views(standings)));
  }

  private void list(ServerRequest req, ServerResponse res) {
    var everybody = StandingView.QuotaView.of(quotas.forEverybody());
    Answer.json(req, res, new QuotasView(everybody, views(quotas.all())));
  }

  private static List<StandingView> views(List<Standing> standings) {
    return standings.stream().map(StandingView::of).toList();
  }

  private void setForEverybody(ServerRequest req, ServerResponse res) {
    var quota = quota(req);
    AuditedRequest.of(req).about("quota/everybody");
    var before = StandingView.QuotaView.of(quotas.forEverybody());
    quotas.setForEverybody(quota);
    var after = StandingView.QuotaView.of(quota);
    AuditedRequest.of(req).changed(before, after);
    Answer.json(req, res, after);
  }

  private Handler set(Function<ServerRequest, Holder> whose) {
    return (req, res) -> change(req, res, whose.apply(req), quota(req));
  }

  private Handler clear(Function<ServerRequest, Holder> whose) {
    return (req, res) -> change(req, res, whose.apply(req), null);
  }

  private void change(ServerRequest req, ServerResponse res, Holder holder, @Nullable Quota quota) {
    var before = quotas.of(holder);
    quotas.set(holder, quota);
    var after = quotas.of(holder);
    AuditedRequest.of(req).changed(own(before), own(after));
    Versioned.changed(req, res, StandingView.of(after));
  }

  private static StandingView.@Nullable QuotaView own(Standing standing) {
    return standing.own() ? StandingView.QuotaView.of(standing.quota()) : null;
  }

  private static Quota quota(ServerRequest req) {
    var fields = Fields.of(Body.object(req));
    var guests = fields.number("guests");
    var cores = fields.number("cores");
    var memory = fields.number("memory");
    var disk = fields.number("disk");
    var quota = fields.whole(() -> new Quota(guests, cores, memory, disk));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(quota, "refused otherwise");
  }

  private static Holder person(ServerRequest req) {
    var name = Paths.text(req, "person");
    try {
      return new Holder.OfPerson(new PersonName(name));
    } catch (Refusal.Invalid e) {
      throw new Refusal.NotFound("person", name);
    }
  }

  private static Holder team(ServerRequest req) {
    var name = Paths.text(req, "team");
    try {
      return new Holder.OfTeam(new TeamName(name));
    } catch (Refusal.Invalid e) {
      throw new Refusal.NotFound("team", name);
    }
  }
}
