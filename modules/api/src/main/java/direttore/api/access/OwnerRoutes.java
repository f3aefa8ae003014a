package direttore.api.access;

import direttore.api.http.Answer;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Need;
import direttore.api.http.Paths;
import direttore.api.http.Route;
import direttore.api.http.Visit;
import direttore.domain.Refusal;
import direttore.domain.access.FormerOwner;
import direttore.domain.access.Person;
import direttore.domain.access.PersonName;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.GuestSize;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has which guest: {@code /api/owners}. */
final class OwnerRoutes {
  private final Identity identity;
  private final Cluster cluster;

  OwnerRoutes(Identity identity, Cluster cluster) {
    this.identity = identity;
    this.cluster = cluster;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/owners", Need.of(Right.SEE), this::list),
        Route.post(
            "/api/owners/{vmid}", Need.of(Right.CHANGE_GUESTS), "guest.hand-over", this::give),
        Route.get("/api/owners/former", Need.of(Right.SEE), this::former),
        Route.post(
            "/api/owners/{vmid}/restore",
            Need.of(Right.CHANGE_GUESTS),
            "guest.restore-owner",
            this::restore));
  }

  /** The guests that were taken for gone. */
  record FormerOwnersView(List<FormerOwnerView> owners) {}

  /** Who had a guest until it was taken for gone. */
  record FormerOwnerView(
      int vmid, String owner, @Nullable String team, Instant since, Instant forgotten) {
    static FormerOwnerView of(FormerOwner former) {
      var team = former.team();
      return new FormerOwnerView(
          former.vmid().value(),
          former.name().value(),
          team == null ? null : team.value(),
          former.since(),
          former.forgotten());
    }
  }

  private void former(ServerRequest req, ServerResponse res) {
    var all = identity.owners().former().stream().map(FormerOwnerView::of).toList();
    Answer.json(req, res, new FormerOwnersView(all));
  }

  /** Gives a guest back to whom it was forgotten of, on the word of somebody who may change it. */
  private void restore(ServerRequest req, ServerResponse res) {
    var vmid = Paths.vmid(req);
    var guest = cluster.guest(vmid).orElseThrow(() -> new Refusal.NotFound("guest", vmid));
    var actor = Visit.of(req).actor();
    identity.access().requireChange(actor, guest.ref());
    identity
        .owners()
        .of(vmid)
        .ifPresent(owner -> {
          throw new Refusal.WrongState(
              "guest %s belongs to %s; hand it over instead".formatted(vmid, owner.name()), null);
        });
    var former =
        identity.owners().former().stream()
            .filter(f -> f.vmid().equals(vmid))
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound("former owner of guest", vmid));
    var detail = cluster.detail(guest.ref());
    refuseAnother(former, detail);
    var size = GuestSize.measured(guest, detail);
    var owners = identity.owners();
    var after = Views.OwnerView.of(owners.give(vmid, former.name(), former.team(), size, actor));
    Visit.of(req).changed(null, after);
    Answer.json(req, res, after);
  }

  private static void refuseAnother(FormerOwner former, GuestDetail now) {
    var birth = former.birth();
    if (birth != null && birth.likeness(now.birth()) == Birth.Likeness.OTHER) {
      throw new Refusal.WrongState(
          "%s is another guest than the one that %s had; hand it over if they are to have it"
              .formatted(now.ref(), former.name()),
          null);
    }
  }

  /** All guests that somebody has. */
  record OwnersView(List<Views.OwnerView> owners) {}

  private void list(ServerRequest req, ServerResponse res) {
    var all = identity.owners().all().stream().map(Views.OwnerView::of).toList();
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
    var guest = cluster.guest(vmid).orElseThrow(() -> new Refusal.NotFound("guest", vmid));
    var actor = Visit.of(req).actor();
    identity.access().requireChange(actor, guest.ref());
    identity.access().requireGive(actor, person(owner), team, guest);
    var before = identity.owners().of(vmid).map(Views.OwnerView::of).orElse(null);
    var size = GuestSize.measured(guest, cluster.detail(guest.ref()));
    var after = Views.OwnerView.of(identity.owners().give(vmid, owner, team, size, actor));
    Visit.of(req).changed(before, after);
    Answer.json(req, res, after);
  }

  private Person person(PersonName name) {
    return identity
        .people()
        .find(name)
        .orElseThrow(
            () -> new Refusal.Unknown("person", "owner", "there is nobody called " + name));
  }
}
