package direttore.api.allocation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Moment;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.operation.OperationNews;
import direttore.api.operation.Orders;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.allocation.Allocating;
import direttore.domain.allocation.Allocation;
import direttore.domain.allocation.AllocationOrder;
import direttore.domain.inventory.Address;
import direttore.domain.operation.Operation;
import direttore.domain.operation.Operations;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses that are taken and given back: {@code /api/inventory/allocations}. */
public final class AllocationRoutes {
  private static final String ALL = "/api/inventory/allocations";
  private static final String ONE = ALL + "/{id}";

  /** NetBox gives addresses one after the other: 64 at once took 5 s. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How an order to hold an address fails where NetBox did what it was asked. */
  private static final Set<String> NONE_LEFT = Set.of("full", "taken");

  private final Allocating allocating;
  private final Operations operations;
  private final OperationNews news;
  private final ZoneId zone;

  /**
   * @param zone of times that come without one
   */
  public AllocationRoutes(
      Allocating allocating, Operations operations, OperationNews news, ZoneId zone) {
    this.allocating = allocating;
    this.operations = operations;
    this.news = news;
    this.zone = zone;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    var make = RequiredRight.of(Right.MAKE_GUESTS);
    return List.of(
        Route.post(
            "/api/inventory/prefixes/{id}/allocate", make, "address.allocate", this::allocate),
        Route.get(ALL, see, this::list),
        Route.get(ONE, see, this::show),
        Route.patch(ONE, make, "address.prolong", this::prolong),
        Route.delete(ONE, make, "address.release", this::release));
  }

  private void allocate(ServerRequest req, ServerResponse res) {
    var body = Body.optionalObject(req);
    var request = request(req, body);
    var operation = allocating.allocate(request, Orders.submitter(req, body));
    AuditedRequest.of(req).about(operation.order().target());
    AuditedRequest.of(req).accepted(operation.id());
    var held = held(ended(operation, "held"));
    res.status(Status.CREATED_201)
        .header(HeaderValues.create(HeaderNames.LOCATION, ALL + "/" + held.id()));
    Answer.json(req, res, AllocatedView.of(held, allocating.prefix(held)));
  }

  private Allocating.Request request(ServerRequest req, ObjectNode body) {
    var fields = Fields.of(body);
    var description = Objects.requireNonNullElse(fields.text("description"), "");
    var address = fields.made("address", fields.text("address"), AllocationRoutes::address);
    var until = until(fields);
    var request =
        fields.whole(() -> new Allocating.Request(prefixId(req), description, address, until));
    fields.refuseUnknown();
    fields.refuseIfAny();
    return Objects.requireNonNull(request, "refused otherwise");
  }

  private static long prefixId(ServerRequest req) {
    var text = Paths.text(req, "id");
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new Refusal.NotFound("prefix", text);
    }
    return Long.parseLong(text);
  }

  /** With the length of its prefix or without. */
  private static Address address(String text) {
    try {
      return Address.parse(text.replaceFirst("/[0-9]{1,3}$", ""));
    } catch (IllegalArgumentException e) {
      throw new Refusal.Invalid("address", "must be an address such as 10.10.0.5");
    }
  }

  private @Nullable Instant until(Fields fields) {
    return fields.made("until", fields.text("until"), text -> Moment.parse("until", text, zone));
  }

  /** The operation once it has ended; one that does not in time is cancelled, as nobody waits. */
  private Operation ended(Operation operation, String done) {
    var now = news.settled(operation, PATIENCE);
    if (now.state().active()) {
      operations.cancel(operation.id());
      throw new Refusal.Unreachable(
          "NetBox",
          "%s is not %s: NetBox did not answer in time".formatted(operation.order().about(), done),
          null);
    }
    return now;
  }

  private Allocation held(Operation operation) {
    var failure = operation.failure();
    if (operation.state() == Operation.State.SUCCEEDED) {
      return allocating.found(AllocationOrder.of(operation).allocation());
    }
    var why = failure == null ? "it was cancelled" : failure.message();
    if (failure != null && NONE_LEFT.contains(failure.type())) {
      throw new Refusal.WrongState(why, null);
    }
    throw new Refusal.Upstream("NetBox", why, null);
  }

  private void list(ServerRequest req, ServerResponse res) {
    var mine = Boolean.TRUE.equals(Query.flag(req, "mine"));
    var actor = AuditedRequest.of(req).actor();
    Answer.json(
        req,
        res,
        allocating.live().stream()
            .filter(each -> !mine || each.isOf(actor.person(), actor.name()))
            .map(AllocationView::of)
            .toList());
  }

  private void show(ServerRequest req, ServerResponse res) {
    Answer.json(req, res, AllocationView.of(allocating.found(Paths.id(req, "allocation"))));
  }

  private void prolong(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.object(req));
    var until = fields.required("until", until(fields), Instant.EPOCH);
    fields.refuseUnknown();
    fields.refuseIfAny();
    var before = allocating.found(Paths.id(req, "allocation"));
    var after = allocating.prolong(before.id(), until, AuditedRequest.of(req).actor());
    AuditedRequest.of(req).about(AllocationOrder.SUBJECT + "/" + after.cidr());
    AuditedRequest.of(req).changed(AllocationView.of(before), AllocationView.of(after));
    Answer.json(req, res, AllocationView.of(after));
  }

  /** What NetBox does not do in time is gone on with, and answered as accepted. */
  private void release(ServerRequest req, ServerResponse res) {
    var id = Paths.id(req, "allocation");
    var operation = allocating.release(id, Orders.submitter(req, Body.optionalObject(req)));
    AuditedRequest.of(req).about(operation.order().target());
    AuditedRequest.of(req).accepted(operation.id());
    var now = news.settled(operation, PATIENCE);
    if (now.state() == Operation.State.SUCCEEDED) {
      res.status(Status.NO_CONTENT_204).send();
      return;
    }
    res.status(Status.ACCEPTED_202)
        .header(HeaderValues.create(HeaderNames.LOCATION, "/api/operations/" + operation.id()));
    Answer.json(req, res, AllocationView.of(allocating.found(id)));
  }
}
