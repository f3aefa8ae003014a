package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.access.PersonName;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.holding.FormerHolding;
import direttore.domain.holding.HandOver;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has which guest: {@code /api/owners}. */
final class OwnerRoutes {
  private final Identity identity;
  private final HandOver handOver;

  OwnerRoutes(Identity identity, Cluster cluster) {
    this.identity = identity;
    this.handOver =
        new HandOver(cluster, identity.people(), identity.holdings(), identity.access());
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/owners", RequiredRight.of(Right.SEE), this::list),
        Route.post(
            "/api/owners/{vmid}",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "guest.hand-over",
            this::give),
        Route.get("/api/owners/former", RequiredRight.of(Right.SEE), this::former),
        Route.post(
            "/api/owners/{vmid}/restore",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "guest.restore-owner",
            this::restore));
  }

  /** The guests that were taken for gone. */
  record FormerOwnersView(List<FormerOwnerView> owners) {}

  /** Who had a guest until it was taken for gone. */
  record FormerOwnerView(
      int vmid, String owner, @Nullable String team, Instant since, Instant forgotten) {
    static FormerOwnerView of(FormerHolding former) {
      var team = former.team();
      return new FormerOwnerView(
          former.vmid().value(),
          former.name().value(),
          team == null ? null : team.value(),
          former.since(),
          former.ended());
    }
  }

  private void former(ServerRequest req, ServerResponse res) {
    var all = identity.holdings().formerGuests().stream().map(FormerOwnerView::of).toList();
    Answer.json(req, res, new FormerOwnersView(all));
  }

  private void restore(ServerRequest req, ServerResponse res) {
    var after =
        Views.OwnerView.of(
            handOver.restore(AuditedRequest.of(req).actor(), Paths.vmid(req)).ownership());
    AuditedRequest.of(req).changed(null, after);
    Answer.json(req, res, after);
  }

  /** All guests that somebody has. */
  record OwnersView(List<Views.OwnerView> owners) {}

  private void list(ServerRequest req, ServerResponse res) {
    var all = identity.holdings().ownerships().stream().map(Views.OwnerView::of).toList();
    Answer.json(req, res, new OwnersView(all));
  }

  private void give(ServerRequest req, ServerResponse res) {
    var vmid = Paths.vmid(req);
    var fields = Fields.of(Body.object(req));
    var owner =
        fields.required(
            "owner",
            fields.made("owner", fields.text("owner"), PersonName::new),
            new PersonName("x"));
    var team = fields.made("team", fields.text("team"), TeamName::new);
    fields.refuseUnknown();
    fields.refuseIfAny();
    var given = handOver.give(AuditedRequest.of(req).actor(), vmid, owner, team);
    var before = given.before();
    var after = Views.OwnerView.of(given.after().ownership());
    AuditedRequest.of(req)
        .changed(before == null ? null : Views.OwnerView.of(before.ownership()), after);
    Answer.json(req, res, after);
  }
}
