package direttore.api.group;

import direttore.api.guest.MemberOrders;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.operation.Orders;
import direttore.api.operation.OverruledReservations;
import direttore.api.operation.OverruledReservations.Ordered;
import direttore.domain.Refusal;
import direttore.domain.access.Actor;
import direttore.domain.access.Right;
import direttore.domain.group.Group;
import direttore.domain.group.GroupFilter;
import direttore.domain.group.GroupReconciler;
import direttore.domain.group.Groups;
import direttore.domain.group.Want;
import direttore.domain.operation.Submitter;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/groups}. */
public final class GroupRoutes {
  private static final System.Logger LOG = System.getLogger(GroupRoutes.class.getName());
  private static final int PAGE = 20;

  private final Groups groups;
  private final GroupReconciler reconciler;
  private final MemberOrders orders;
  private final OverruledReservations overruled;

  public GroupRoutes(
      Groups groups,
      GroupReconciler reconciler,
      MemberOrders orders,
      OverruledReservations overruled) {
    this.groups = groups;
    this.reconciler = reconciler;
    this.orders = orders;
    this.overruled = overruled;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/groups", RequiredRight.of(Right.SEE), this::list),
        Route.get("/api/groups/{id}", RequiredRight.of(Right.SEE), this::show),
        Route.post(
            "/api/groups", RequiredRight.of(Right.CHANGE_GUESTS), "group.order", this::order),
        Route.post(
            "/api/groups/{id}/cancel",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "group.cancel",
            this::cancel));
  }

  /** A page of the list. */
  record PageView(List<GroupView> groups, @Nullable String next) {}

  private void list(ServerRequest req, ServerResponse res) {
    var page =
        groups.page(
            new GroupFilter(
                Query.text(req, "requested_by"),
                Query.flag(req, "active"),
                Query.text(req, "after"),
                Query.integer(req, "limit", PAGE)));
    var views = page.groups().stream().map(GroupView::listed).toList();
    Answer.json(req, res, new PageView(views, page.next()));
  }

  private void show(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, whole(Paths.id(req, "group")));
  }

  private GroupView whole(UUID id) {
    return GroupView.whole(groups.find(id), groups.members(id));
  }

  private void order(ServerRequest req, ServerResponse res) {
    var body = Body.object(req);
    var request = GroupRequest.of(body, orders);
    var by = Orders.submitter(req, body);
    var group = groups.earlier(by).orElseGet(() -> submit(req, request, by));
    AuditedRequest.of(req).about("group/" + group.id());
    res.status(Status.ACCEPTED_202)
        .header(HeaderValues.create(HeaderNames.LOCATION, "/api/groups/" + group.id()));
    Answer.json(req, res, whole(group.id()));
  }

  private Group submit(ServerRequest req, GroupRequest request, Submitter by) {
    var wanted = request.checked(by.actor());
    var group = groups.add(wanted, by);
    overruled.note(
        AuditedRequest.of(req),
        wanted.members().stream()
            .filter(member -> member.refusal() == null)
            .map(member -> new Ordered(member.order(), member.team())));
    goOn(group.id());
    return group;
  }

  /** The group is stored, so that it goes on in any case. */
  private void goOn(UUID group) {
    try {
      reconciler.reconcile(group);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, () -> "group %s goes on by the agenda".formatted(group), e);
    }
  }

  private void cancel(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var id = Paths.id(req, "group");
    AuditedRequest.of(req).about("group/" + id);
    var group = groups.find(id).group();
    requireSteer(AuditedRequest.of(req).actor(), group);
    groups.cancel(id);
    if (groups.find(id).group().want() != Want.CANCELLED) {
      throw new Refusal.WrongState("group %s has ended already".formatted(id), null);
    }
    goOn(id);
    Answer.json(req, res, whole(id));
  }

  private static void requireSteer(Actor actor, Group group) {
    if (!group.requestedBy().equals(actor.name()) && !actor.changesAll()) {
      throw new Refusal.Forbidden(
          Right.CHANGE_GUESTS,
          "%s ordered this group. %s"
              .formatted(group.requestedBy(), actor.whyNot(Right.CHANGE_GUESTS)));
    }
  }
}
