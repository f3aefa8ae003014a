package direttore.simulator.pve.node;

import direttore.simulator.pve.access.AccessControl;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.api.MethodCall;
import direttore.simulator.pve.api.ResultRow;
import direttore.simulator.pve.api.Router;
import direttore.simulator.pve.schema.ParameterErrors;
import java.util.ArrayList;
import java.util.List;

/** The networks of a node: /nodes/{node}/network, and the virtual ones: /cluster/sdn. */
public final class NetworkRoutes {
  private static final String ALL = "/nodes/{node}/network";
  private static final int FIRST_PRIORITY = 3;

  private final Nodes nodes;
  private final AccessControl access;

  /** The routes over the networks of these nodes. */
  public NetworkRoutes(Nodes nodes, AccessControl access) {
    this.nodes = nodes;
    this.access = access;
  }

  /** Adds the routes. */
  public void addTo(Router router) {
    router
        .on("GET", ALL, this::list)
        .on("GET", ALL + "/{iface}", this::one)
        .on("GET", "/cluster/sdn/vnets", call -> vnets(call).stream().map(this::vnet).toList())
        .on("GET", "/cluster/sdn/vnets/{vnet}", this::oneVnet)
        .on("GET", "/cluster/sdn/zones", call -> zones());
  }

  private List<ResultRow> list(MethodCall call) {
    var type = call.parameters().text("type", "");
    var rows = new ArrayList<ResultRow>();
    var priority = FIRST_PRIORITY;
    for (var one : nodes.get(call.node()).interfaces()) {
      if (matches(one, type) && visible(call, one)) {
        rows.add(row(one, priority).with("iface", one.name()));
      }
      priority++;
    }
    if (type.matches("any_bridge|include_sdn|vnet")) {
      vnets(call).forEach(v -> rows.add(bridge(v)));
    }
    return rows;
  }

  private ResultRow one(MethodCall call) {
    var priority = FIRST_PRIORITY;
    for (var one : nodes.get(call.node()).interfaces()) {
      if (one.name().equals(call.required("iface"))) {
        return row(one, priority);
      }
      priority++;
    }
    throw new ParameterErrors("iface", "interface does not exist");
  }

  private static boolean matches(Node.Interface one, String type) {
    return switch (type) {
      case "", "include_sdn" -> true;
      case "any_bridge", "any_local_bridge", "bridge" -> one.isBridge();
      default -> one.type().equals(type);
    };
  }

  private boolean visible(MethodCall call, Node.Interface one) {
    return !one.isBridge()
        || access.allowsAny(
            call.caller(), "/sdn/zones/localnetwork/" + one.name(), "SDN.Audit", "SDN.Use");
  }

  private static ResultRow row(Node.Interface one, int priority) {
    var row =
        ResultRow.of("type", one.type())
            .with("active", 1)
            .with("method", one.cidr().isEmpty() ? "manual" : "static")
            .with("method6", "manual")
            .with("families", List.of("inet"))
            .with("priority", priority)
            .when(one.type().equals("eth"), "exists", 1)
            .when(!one.comments().isEmpty(), "comments", one.comments() + "\n")
            .when(!one.gateway().isEmpty(), "gateway", one.gateway());
    if (!one.cidr().isEmpty()) {
      var parts = List.of(one.cidr().split("/", -1));
      row.with("cidr", one.cidr()).with("address", parts.get(0)).with("netmask", parts.get(1));
    }
    if (one.isBridge()) {
      row.with("autostart", 1)
          .with("bridge_ports", one.ports())
          .with("bridge_stp", "off")
          .with("bridge_fd", "0")
          .when(one.vlanAware(), "bridge_vlan_aware", 1)
          .when(one.vlanAware(), "bridge_vids", "2-4094");
    }
    return row;
  }

  private static ResultRow bridge(Nodes.Vnet vnet) {
    return ResultRow.of("iface", vnet.name())
        .with("type", "vnet")
        .with("active", "1")
        .with("comments", vnet.alias());
  }

  private List<Nodes.Vnet> vnets(MethodCall call) {
    return nodes.vnets().stream()
        .filter(v ->
            access.allowsAny(
                call.caller(),
                "/sdn/zones/%s/%s".formatted(v.zone(), v.name()),
                "SDN.Audit",
                "SDN.Use",
                "SDN.Allocate"))
        .toList();
  }

  private ResultRow oneVnet(MethodCall call) {
    return nodes.vnets().stream()
        .filter(v -> v.name().equals(call.required("vnet")))
        .findFirst()
        .map(this::vnet)
        .orElseThrow(() -> new Failure("sdn '%s' does not exist".formatted(call.required("vnet"))));
  }

  private ResultRow vnet(Nodes.Vnet vnet) {
    return ResultRow.of("vnet", vnet.name())
        .with("zone", vnet.zone())
        .with("tag", vnet.tag())
        .with("alias", vnet.alias())
        .with("type", "vnet")
        .with("digest", "%040x".formatted(vnet.hashCode() & 0xFFFFFFFFL));
  }

  private List<ResultRow> zones() {
    return nodes.vnets().stream()
        .map(Nodes.Vnet::zone)
        .distinct()
        .map(z ->
            ResultRow.of("zone", z)
                .with("type", "vlan")
                .with("bridge", "vmbr0")
                .with("ipam", "pve"))
        .toList();
  }
}
