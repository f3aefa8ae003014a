package direttore.api.operation;

import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.Query;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.cluster.Cluster;
import direttore.domain.guest.VmId;
import direttore.domain.holding.Access;
import direttore.domain.node.NodeName;
import direttore.domain.operation.Operation;
import direttore.domain.operation.OperationFilter;
import direttore.domain.operation.Operations;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /api/operations}. */
public final class OperationRoutes {
  private static final System.Logger LOG = System.getLogger(OperationRoutes.class.getName());
  private static final int PAGE = 50;
  private static final int LOG_LINES = 50;

  private final Operations operations;
  private final Cluster cluster;
  private final Access access;
  private final Consumer<Operation> ended;

  /**
   * @param ended is told of an operation that a cancel ended at once
   */
  public OperationRoutes(
      Operations operations, Cluster cluster, Access access, Consumer<Operation> ended) {
    this.operations = operations;
    this.cluster = cluster;
    this.access = access;
    this.ended = ended;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/operations", RequiredRight.of(Right.SEE), this::list),
        Route.get("/api/operations/{id}", RequiredRight.of(Right.SEE), this::show),
        Route.post(
            "/api/operations/{id}/cancel",
            RequiredRight.of(Right.CHANGE_GUESTS),
            "operation.cancel",
            this::cancel));
  }

  /** A page of the list. */
  record PageView(List<OperationView> operations, @Nullable String next) {}

  private void list(ServerRequest req, ServerResponse res) {
    var page = operations.page(filter(req));
    var views = page.operations().stream().map(OperationView::listed).toList();
    Answer.json(req, res, new PageView(views, page.next()));
  }

  private void show(ServerRequest req, ServerResponse res) {
    var operation = operations.find(Paths.id(req, "operation"));
    if (operation.state().active()) {
      watch(operation.id());
    }
    Answer.json(req, res, OperationView.of(operation, log(operation)));
  }

  /** A database that takes no changes still tells how the operation is. */
  private void watch(UUID id) {
    try {
      operations.watch(id);
    } catch (Refusal.DatabaseAway e) {
      LOG.log(Level.DEBUG, "that somebody looks is not noted", e);
    }
  }

  private void cancel(ServerRequest req, ServerResponse res) {
    var fields = Fields.of(Body.optionalObject(req));
    fields.refuseUnknown();
    fields.refuseIfAny();
    var id = Paths.id(req, "operation");
    access.requireSteer(AuditedRequest.of(req).actor(), operations.find(id));
    var operation = operations.cancel(id);
    if (!operation.state().active() && operation.state() != Operation.State.CANCELLED) {
      throw new Refusal.WrongState(
          "operation %s has %s already".formatted(operation.id(), operation.state().wire()), null);
    }
    AuditedRequest.of(req).accepted(id);
    if (!operation.state().active()) {
      ended.accept(operation);
    }
    Answer.json(req, res, OperationView.of(operation, operation.log()));
  }

  /** The stored lines; those of an ended task that nobody watched are fetched from Proxmox. */
  private List<String> log(Operation operation) {
    if (operation.state().active() || !operation.log().isEmpty()) {
      return operation.log();
    }
    try {
      return operation.upid().map(task -> cluster.taskLog(task, LOG_LINES)).orElse(List.of());
    } catch (Refusal e) {
      // The task is forgotten or its node gone; the operation itself is known all the same.
      return List.of();
    }
  }

  private static OperationFilter filter(ServerRequest req) {
    var vmid = Query.text(req, "vmid");
    var node = Query.text(req, "node");
    return new OperationFilter(
        states(req),
        kind(req),
        node == null ? null : new NodeName(node),
        vmid == null ? null : VmId.parse(vmid),
        Query.text(req, "requested_by"),
        Query.moment(req, "since"),
        Query.text(req, "after"),
        Query.integer(req, "limit", PAGE));
  }

  private static @Nullable String kind(ServerRequest req) {
    var kind = Query.text(req, "kind");
    if (kind != null && !FamilyViews.kinds().contains(kind)) {
      throw new Refusal.Invalid("kind", "must be one of " + String.join(", ", FamilyViews.kinds()));
    }
    return kind;
  }

  /** Both words for the same filter: {@code status} as in answers, {@code state} for short. */
  private static Set<Operation.State> states(ServerRequest req) {
    var states = new HashSet<Operation.State>();
    for (var parameter : List.of("status", "state")) {
      for (var word : Query.texts(req, parameter)) {
        states.addAll(state(parameter, word));
      }
    }
    var active = Query.flag(req, "active");
    return active == null ? states : narrowed(states, active);
  }

  /** Of these states, or of all where none is named, the ones that are under way or ended. */
  private static Set<Operation.State> narrowed(Set<Operation.State> states, boolean active) {
    var fitting =
        EnumSet.allOf(Operation.State.class).stream()
            .filter(state -> state.active() == active)
            .filter(state -> states.isEmpty() || states.contains(state))
            .collect(Collectors.toSet());
    if (fitting.isEmpty()) {
      throw new Refusal.Invalid("active", "excludes every status that is asked for");
    }
    return fitting;
  }

  private static Set<Operation.State> state(String parameter, String word) {
    var words = new ArrayList<String>();
    for (var state : Operation.State.values()) {
      if (state.wire().equals(word)) {
        return Set.of(state);
      }
      words.add(state.wire());
    }
    throw new Refusal.Invalid(parameter, "must be of " + String.join(", ", words));
  }
}
