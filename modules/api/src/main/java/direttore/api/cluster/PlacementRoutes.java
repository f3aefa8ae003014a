package direttore.api.cluster;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Query;
import direttore.api.http.ReadingAnswers;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.access.TeamName;
import direttore.domain.guest.DiskSize;
import direttore.domain.guest.VmId;
import direttore.domain.provision.Candidates;
import direttore.domain.provision.Rooms;
import direttore.domain.provision.TemplateCatalog;
import direttore.domain.provision.Wanted;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Objects;

/** Where new guests can go: all templates, the room of each node, and who can take what. */
public final class PlacementRoutes {
  private final Rooms rooms;
  private final TemplateCatalog templates;
  private final Candidates candidates;
  private final ReadingAnswers snapshots;

  public PlacementRoutes(
      Rooms rooms, TemplateCatalog templates, Candidates candidates, ReadingAnswers snapshots) {
    this.rooms = rooms;
    this.templates = templates;
    this.candidates = candidates;
    this.snapshots = snapshots;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/proxmox/templates", RequiredRight.of(Right.SEE), this::templates),
        Route.get("/api/proxmox/room", RequiredRight.of(Right.SEE), this::room),
        Route.get("/api/proxmox/placement", RequiredRight.of(Right.MAKE_GUESTS), this::placement));
  }

  private void templates(ServerRequest req, ServerResponse res) {
    snapshots.send(
        req, res, templates.all().map(all -> all.stream().map(CatalogView::of).toList()));
  }

  private void room(ServerRequest req, ServerResponse res) {
    snapshots.send(req, res, rooms.all().map(all -> all.stream().map(RoomView::of).toList()));
  }

  private void placement(ServerRequest req, ServerResponse res) {
    var answer = candidates.of(wanted(req), AuditedRequest.of(req).actor());
    Answer.json(req, res, PlacementView.of(answer));
  }

  private static Wanted wanted(ServerRequest req) {
    var disk = Query.text(req, "disk");
    var team = Query.text(req, "team");
    return new Wanted(
        source(req),
        Query.integer(req, "cores", 1),
        Query.integer(req, "memory", 512),
        disk == null ? null : DiskSize.parse(disk),
        Objects.requireNonNullElse(Query.flag(req, "start"), true),
        Query.texts(req, "tags"),
        team == null ? null : new TeamName(team));
  }

  private static Wanted.Source source(ServerRequest req) {
    var clone = Query.text(req, "clone_from");
    var iso = Query.text(req, "iso");
    var archive = Query.text(req, "template");
    if (clone != null && iso == null && archive == null) {
      return new Wanted.Source.Clone(vmid(clone));
    }
    if (clone == null && archive == null) {
      return new Wanted.Source.Blank(iso);
    }
    if (archive != null && clone == null && iso == null) {
      return new Wanted.Source.Archive(archive);
    }
    throw new Refusal.Invalid(
        "clone_from", "goes with neither iso nor template: a guest is made from one of them");
  }

  private static VmId vmid(String text) {
    try {
      return VmId.parse(text);
    } catch (Refusal.Invalid e) {
      throw new Refusal.Invalid("clone_from", "must be a VMID, a whole number from 100");
    }
  }
}
