package direttore.simulator.pve.node;

import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.fault.PveFaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of the cluster. */
public final class Nodes {
  private final Map<String, Node> byName = new LinkedHashMap<>();
  private final List<Vnet> vnets;
  private final PveFaults faults;

  /** These nodes and the virtual networks that span them. */
  public Nodes(List<Node> nodes, List<Vnet> vnets, PveFaults faults) {
    nodes.forEach(n -> byName.put(n.name(), n));
    this.vnets = List.copyOf(vnets);
    this.faults = faults;
  }

  /** All nodes in the order of their numbers. */
  public List<Node> all() {
    return List.copyOf(byName.values());
  }

  /** The virtual networks. */
  public List<Vnet> vnets() {
    return vnets;
  }

  /** A node that is known to exist. */
  public Node get(String name) {
    var node = byName.get(name);
    if (node == null) {
      throw new Failure("no such cluster node '%s'".formatted(name));
    }
    return node;
  }

  /** Is there a node of that name? */
  public boolean knows(String name) {
    return byName.containsKey(name);
  }

  /** Is the node up and reachable? */
  public boolean isOnline(String name) {
    return !faults.isOffline(name);
  }

  /** What lists say of the node: online, offline, or unknown right after it booted. */
  public String status(String name) {
    if (!isOnline(name)) {
      return "offline";
    }
    return faults.isUnknown(name) ? "unknown" : "online";
  }

  /** The node whose pveproxy answers: the first that is up. */
  public Node local() {
    return byName.values().stream()
        .filter(n -> isOnline(n.name()))
        .findFirst()
        .orElseGet(() -> byName.values().iterator().next());
  }

  /** Does more than half of the cluster still agree? */
  public boolean isQuorate() {
    var online = byName.keySet().stream().filter(this::isOnline).count();
    return online * 2 > byName.size() || (byName.size() <= 2 && online > 0);
  }

  /** Refuses changes of the cluster's configuration without quorum. */
  public void checkQuorum() {
    if (!isQuorate()) {
      throw new Failure("cluster not ready - no quorum?");
    }
  }

  /** Refuses to plug a guest into a bridge of the node that does not take it. */
  public void checkPlug(String node, String bridge, boolean tagged) {
    if (vnets.stream().anyMatch(v -> v.name().equals(bridge))) {
      return;
    }
    var found =
        get(node).interfaces().stream()
            .filter(i -> i.isBridge() && i.name().equals(bridge))
            .findFirst()
            .orElseThrow(() -> new Failure("bridge '%s' does not exist".formatted(bridge)));
    if (tagged && !found.vlanAware() && found.ports().isEmpty()) {
      throw new Failure("no physical interface on bridge '%s'".formatted(bridge));
    }
  }

  /**
   * A virtual network of the SDN.
   *
   * @param tag its VLAN or VXLAN id
   */
  public record Vnet(String name, String zone, int tag, String alias) {}
}
