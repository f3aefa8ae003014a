package direttore.simulator.pve.ha;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.guest.Guest;
import direttore.simulator.pve.guest.Guests;
import direttore.simulator.pve.guest.Kind;
import direttore.simulator.pve.node.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /cluster/ha}: the guests under high availability and how they fare. */
public final class HaRoutes {
  private static final String ALL = "/cluster/ha/resources";
  private static final String ONE = ALL + "/{sid}";

  private final Ha ha;
  private final HaManager manager;
  private final Guests guests;
  private final Nodes nodes;

  /** The routes over these services. */
  public HaRoutes(Ha ha, HaManager manager, Guests guests, Nodes nodes) {
    this.ha = ha;
    this.manager = manager;
    this.guests = guests;
    this.nodes = nodes;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", "/cluster/ha", call -> ids("status", "resources", "groups", "rules"))
        .on("GET", ALL, this::list)
        .on("POST", ALL, this::create)
        .on("GET", ONE, call -> row(existing(call)))
        .on("PUT", ONE, this::update)
        .on("DELETE", ONE, this::delete)
        .on("GET", "/cluster/ha/status", call -> names("current", "manager_status"))
        .on("GET", "/cluster/ha/status/current", call -> current())
        .on("GET", "/cluster/ha/status/manager_status", call -> managerStatus());
  }

  private static List<ResultRow> ids(String... ids) {
    return Stream.of(ids).map(id -> ResultRow.of("id", id)).toList();
  }

  private static List<ResultRow> names(String... names) {
    return Stream.of(names).map(name -> ResultRow.of("name", name)).toList();
  }

  private List<ResultRow> list(MethodCall call) {
    var type = call.text("type");
    return ha.all().stream()
        .filter(s -> type == null || s.sid().startsWith(type + ":"))
        .map(HaRoutes::row)
        .toList();
  }

  private static ResultRow row(Ha.Service service) {
    return ResultRow.of("sid", service.sid())
        .with("type", service.sid().substring(0, 2))
        .with("state", service.state())
        .with("max_restart", service.maxRestart())
        .with("max_relocate", service.maxRelocate())
        .with("failback", 1)
        .with("digest", "%040x".formatted(Integer.toUnsignedLong(service.hashCode())))
        .maybe("group", service.group())
        .maybe("comment", service.comment());
  }

  private @Nullable Object create(MethodCall call) {
    var sid = sid(call);
    if (ha.find(sid).isPresent()) {
      throw new Failure("create resource failed: resource ID '%s' already defined".formatted(sid));
    }
    var guest = guest(sid);
    if (guest.isEmpty()) {
      throw new Failure(
          "create resource failed: unable to add service '%s' - guest does not exist"
              .formatted(sid));
    }
    put(call, new Ha.Service(sid, "started", 1, 1, null, null), guest.get());
    return null;
  }

  private @Nullable Object update(MethodCall call) {
    var old = existing(call);
    guest(old.sid()).ifPresent(g -> put(call, old, g));
    return null;
  }

  private void put(MethodCall call, Ha.Service old, Guest guest) {
    var dropped = call.parameters().list("delete");
    var requested = call.parameters().text("state", old.state());
    var state = requested.equals("enabled") ? "started" : requested;
    ha.put(
        new Ha.Service(
            old.sid(),
            state,
            (int) call.parameters().integer("max_restart", old.maxRestart()),
            (int) call.parameters().integer("max_relocate", old.maxRelocate()),
            either(call, "group", old.group(), dropped),
            either(call, "comment", old.comment(), dropped)));
    if (state.equals("started") != guest.running()) {
      manager.request(guest.node(), guest.kind(), guest.vmid(), state);
    }
  }

  private static @Nullable String either(
      MethodCall call, String key, @Nullable String old, List<String> dropped) {
    var sent = call.text(key);
    return dropped.contains(key) ? null : sent == null ? old : sent;
  }

  private @Nullable Object delete(MethodCall call) {
    ha.remove(existing(call).sid());
    return null;
  }

  private List<ResultRow> current() {
    var master = nodes.local().name();
    var rows = new ArrayList<ResultRow>();
    rows.add(
        ResultRow.of("id", "quorum")
            .with("type", "quorum")
            .with("node", master)
            .with("quorate", nodes.isQuorate() ? 1 : 0)
            .with("status", nodes.isQuorate() ? "OK" : "No quorum on node!"));
    rows.add(
        ResultRow.of("id", "master")
            .with("type", "master")
            .with("node", master)
            .with("status", master + " (active)"));
    for (var service : ha.all()) {
      var node = guest(service.sid()).map(Guest::node).orElse(master);
      rows.add(
          ResultRow.of("id", "service:" + service.sid())
              .with("type", "service")
              .with("sid", service.sid())
              .with("node", node)
              .with("state", service.state())
              .with("request_state", service.state())
              .with("crm_state", service.state())
              .with("max_restart", service.maxRestart())
              .with("max_relocate", service.maxRelocate())
              .with("status", "%s (%s, %s)".formatted(service.sid(), node, service.state())));
    }
    return rows;
  }

  private ResultRow managerStatus() {
    return ResultRow.of("manager_status", Map.of("master_node", nodes.local().name()))
        .with(
            "quorum",
            Map.of("node", nodes.local().name(), "quorate", nodes.isQuorate() ? "1" : "0"));
  }

  private Ha.Service existing(MethodCall call) {
    var sid = sid(call);
    return ha.find(sid).orElseThrow(() -> new Failure("no such resource '%s'".formatted(sid)));
  }

  /** A bare vmid means the guest of that number, whatever its kind. */
  private String sid(MethodCall call) {
    var sent = call.required("sid");
    if (sent.contains(":")) {
      return sent;
    }
    return guests
        .find(Integer.parseInt(sent))
        .map(g -> g.kind().service(g.vmid()))
        .orElse(Kind.QEMU.service(Integer.parseInt(sent)));
  }

  private Optional<Guest> guest(String sid) {
    return guests
        .find(Integer.parseInt(sid.substring(sid.indexOf(':') + 1)))
        .filter(g -> g.kind().service(g.vmid()).equals(sid));
  }
}
