package direttore.api.resource;

import static io.helidon.http.Status.CREATED_201;
import static io.helidon.http.Status.NO_CONTENT_204;

import direttore.api.claim.LimitSight;
import direttore.api.claim.ResourceName;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.EntityTag;
import direttore.api.http.Json;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.VersionTag;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.node.ClusterName;
import direttore.domain.reservation.Resource;
import direttore.domain.reservation.ResourceChanges;
import direttore.domain.reservation.ResourceFilter;
import direttore.domain.reservation.ResourceKind;
import direttore.domain.reservation.Resources;
import direttore.domain.reservation.Window;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/resources}: what can be reserved, and who has it when. */
public final class ResourceRoutes {
  private static final String ALL = "/api/resources";
  private static final String EACH = ALL + "/{id}";
  private static final HeaderName TOTAL = HeaderNames.create("X-Total-Count");
  private static final int MOST = 1_000_000;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Resources resources;
  private final ResourceChanges changes;
  private final Holders holders;
  private final ClusterName cluster;
  private final ZoneId zone;
  private final Clock clock;

  /** Between the look at the state and its change there must be no other change. */
  private final ReentrantLock changing = new ReentrantLock();

  /**
   * Routes about resources.
   *
   * @param cluster that of what is entered by hand
   * @param zone of the lab
   */
  public ResourceRoutes(
      Resources resources,
      ResourceChanges changes,
      Holders holders,
      ClusterName cluster,
      ZoneId zone,
      Clock clock) {
    this.resources = resources;
    this.changes = changes;
    this.holders = holders;
    this.cluster = cluster;
    this.zone = zone;
    this.clock = clock;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    var manage = RequiredRight.of(Right.MANAGE_RESOURCES);
    return List.of(
        Route.get(ALL, see, this::list),
        Route.post(ALL, manage, "resource.add", this::add),
        Route.get(EACH, see, this::show),
        Route.patch(EACH, manage, "resource.change", this::change).conditionally(),
        Route.delete(EACH, manage, "resource.remove", this::remove).conditionally(),
        Route.get(EACH + "/timeline", see, this::timeline));
  }

  /** Who has a resource when. */
  record TimelineView(
      ResourceName resource,
      OffsetDateTime from,
      OffsetDateTime to,
      @Nullable Integer cores,
      @Nullable Long memory,
      @Nullable Long disk,
      @Nullable Integer vms,
      @Nullable Integer lxc,
      @Nullable Integer guests,
      List<UseView> entries) {}

  private void list(ServerRequest req, ServerResponse res) {
    var viewer = AuditedRequest.of(req).actor();
    var found =
        resources.all(filter(req)).stream().filter(resource -> shown(resource, viewer)).toList();
    var most = Query.integer(req, "limit", MOST, 1, MOST);
    res.header(HeaderValues.create(TOTAL, found.size()));
    Answer.json(req, res, holders.views(found.stream().limit(most).toList(), viewer));
  }

  private static ResourceFilter filter(ServerRequest req) {
    var kind = Query.text(req, "kind");
    return new ResourceFilter(
        kind == null ? Set.of() : Set.of(ResourceKind.parse(kind)),
        Query.text(req, "tag"),
        Stream.of(Query.text(req, "q", "").split("\\s+")).filter(word -> !word.isEmpty()).toList(),
        Boolean.TRUE.equals(Query.flag(req, "in_service")),
        Query.flag(req, "inventory"));
  }

  /** What somebody may have is listed where it is bounded, for those who may know. */
  private static boolean shown(Resource resource, Actor viewer) {
    return !resource.kind().limit()
        || (resource.capacity().shared() && LimitSight.open(resource.ref(), viewer));
  }

  private void show(ServerRequest req, ServerResponse res) {
    var resource = named(req);
    VersionTag.show(req, res, version(resource), view(req, resource));
  }

  private void add(ServerRequest req, ServerResponse res) {
    var resource = resources.add(ResourceBody.entered(Body.object(req), cluster));
    AuditedRequest.of(req).about(target(resource.id()));
    res.status(CREATED_201);
    VersionTag.changed(req, res, version(resource), view(req, resource));
  }

  private void change(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    changing.lock();
    try {
      var before = named(req);
      VersionTag.require(req, version(before));
      var by = AuditedRequest.of(req).actor().name();
      var wanted = ResourceBody.change(body, before, zone, clock.instant());
      var changed = changes.change(before.id(), wanted, by);
      var after = changed.resource();
      AuditedRequest.of(req)
          .changed(ResourceView.bare(before, zone), ResourceView.bare(after, zone));
      VersionTag.changed(req, res, version(after), view(req, after).with(changed));
    } finally {
      changing.unlock();
    }
  }

  private void remove(ServerRequest req, ServerResponse res) {
    changing.lock();
    try {
      var before = named(req);
      VersionTag.require(req, version(before));
      resources.remove(before.id());
      AuditedRequest.of(req).changed(ResourceView.bare(before, zone), null);
    } finally {
      changing.unlock();
    }
    res.status(NO_CONTENT_204).send();
  }

  private void timeline(ServerRequest req, ServerResponse res) {
    var resource = named(req);
    var viewer = AuditedRequest.of(req).actor();
    var window = window(req);
    var uses = resources.timeline(resource.id(), window);
    var capacity = resource.capacity();
    Answer.json(
        req,
        res,
        new TimelineView(
            ResourceName.of(resource.ref()),
            at(window.from()),
            at(window.to()),
            capacity.cores(),
            capacity.memory(),
            capacity.disk(),
            capacity.vms(),
            capacity.lxc(),
            capacity.guests(),
            uses.stream().map(use -> UseView.of(use, viewer, zone)).toList()));
  }

  private Window window(ServerRequest req) {
    var given = Query.moment(req, "from", zone);
    var from = given == null ? clock.instant() : given;
    var until = Query.moment(req, "to", zone);
    var to = until == null ? from.plus(WEEK) : until;
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new Refusal.Invalid(
          "to", "must be after from, by %d days at most".formatted(LONGEST.toDays()));
    }
    if (from.isBefore(Window.EARLIEST) || to.isAfter(Window.LATEST)) {
      throw new Refusal.Invalid("from", "must lie in the years 2000 to 2099, as must to");
    }
    return new Window(from, to);
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(zone).toOffsetDateTime();
  }

  private Resource named(ServerRequest req) {
    var text = Paths.text(req, "id");
    AuditedRequest.of(req).about("resource/" + text);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new Refusal.NotFound("resource", text);
    }
    var resource = resources.find(Integer.parseInt(text));
    if (!LimitSight.open(resource.ref(), AuditedRequest.of(req).actor())) {
      throw new Refusal.NotFound("resource", text);
    }
    return resource;
  }

  private static String target(int id) {
    return "resource/" + id;
  }

  private ResourceView view(ServerRequest req, Resource resource) {
    return holders.views(List.of(resource), AuditedRequest.of(req).actor()).getFirst();
  }

  /** What operators set of it is its version: who has it is not. */
  private String version(Resource resource) {
    var tag = EntityTag.of(Json.bytes(ResourceView.bare(resource, zone)));
    return tag.substring(1, tag.length() - 1);
  }
}
