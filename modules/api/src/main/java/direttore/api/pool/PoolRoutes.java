package direttore.api.pool;

import static io.helidon.http.Status.CREATED_201;
import static io.helidon.http.Status.NO_CONTENT_204;

import com.fasterxml.jackson.databind.node.ObjectNode;
import direttore.api.http.Answer;
import direttore.api.http.AuditedRequest;
import direttore.api.http.Body;
import direttore.api.http.Fields;
import direttore.api.http.Paths;
import direttore.api.http.RequiredRight;
import direttore.api.http.Route;
import direttore.api.http.Versioned;
import direttore.domain.Refusal;
import direttore.domain.access.Right;
import direttore.domain.cluster.Cluster;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.Pool;
import direttore.domain.reservation.Pools;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /api/pools}: parts of nodes of which reservations claim so many guests. */
public final class PoolRoutes {
  private static final String ALL = "/api/pools";
  private static final String EACH = ALL + "/{id}";

  /** Stands for the node of a body that names none, so that the rest of it is checked. */
  private static final NodeName NOWHERE = new NodeName("none");

  private static final HeaderName TOTAL = HeaderNames.create("X-Total-Count");

  private final Pools pools;
  private final Cluster cluster;

  public PoolRoutes(Pools pools, Cluster cluster) {
    this.pools = pools;
    this.cluster = cluster;
  }

  public List<Route> routes() {
    var see = RequiredRight.of(Right.SEE);
    var manage = RequiredRight.of(Right.MANAGE_RESOURCES);
    var each = new Versioned(req -> PoolView.of(named(req)));
    return List.of(
        Route.get(ALL, see, this::list),
        Route.post(ALL, manage, "pool.add", this::add),
        Route.get(EACH, see, each::show),
        Route.patch(EACH, manage, "pool.change", this::change).changing(each),
        Route.delete(EACH, manage, "pool.remove", this::remove).changing(each));
  }

  private void list(ServerRequest req, ServerResponse res) {
    var views = pools.all().stream().map(PoolView::of).toList();
    res.header(HeaderValues.create(TOTAL, views.size()));
    Answer.json(req, res, views);
  }

  private void add(ServerRequest req, ServerResponse res) {
    var pool = pools.add(form(Body.object(req), null));
    AuditedRequest.of(req).about("pool/" + pool.id());
    AuditedRequest.of(req).changed(null, PoolView.of(pool));
    res.status(CREATED_201);
    Versioned.changed(req, res, PoolView.of(pool));
  }

  private void change(ServerRequest req, ServerResponse res) {
    var before = named(req);
    var after = pools.change(before.id(), form(Body.object(req), before));
    AuditedRequest.of(req).changed(PoolView.of(before), PoolView.of(after));
    Versioned.changed(req, res, PoolView.of(after));
  }

  private void remove(ServerRequest req, ServerResponse res) {
    var before = named(req);
    pools.remove(before.id());
    AuditedRequest.of(req).changed(PoolView.of(before), null);
    res.status(NO_CONTENT_204).send();
  }

  /** What the body says; what it does not is as before, or as usual. */
  private Pool.Form form(ObjectNode body, @Nullable Pool before) {
    var fields = Fields.of(body);
    var name =
        Objects.requireNonNullElse(fields.text("name"), before == null ? "-" : before.name());
    var node = fields.made("proxmox_node", fields.text("proxmox_node"), NodeName::new);
    if (before == null) {
      fields.required("name", fields.text("name"), name);
      fields.required("proxmox_node", node, NOWHERE);
    }
    var there = node == null ? (before == null ? NOWHERE : before.node()) : node;
    var vms = fields.integer("max_vms", before == null ? Pool.USUAL_VMS : before.vms());
    var lxc = fields.integer("max_lxc", before == null ? Pool.USUAL_LXC : before.lxc());
    var form = fields.whole(() -> new Pool.Form(name, there, vms, lxc));
    fields.refuseUnknown();
    fields.refuseIfAny();
    if (node != null && !cluster.has(node)) {
      throw new Refusal.Unknown("node", "proxmox_node", "There is no node %s.".formatted(node));
    }
    return Objects.requireNonNull(form, "refused otherwise");
  }

  private Pool named(ServerRequest req) {
    var text = Paths.text(req, "id");
    AuditedRequest.of(req).about("pool/" + text);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new Refusal.NotFound("pool", text);
    }
    return pools.find(Integer.parseInt(text));
  }
}
