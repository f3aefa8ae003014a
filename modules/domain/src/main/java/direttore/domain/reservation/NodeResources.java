package direttore.domain.reservation;

import direttore.domain.cluster.Cluster;
import direttore.domain.guest.Guest;
import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.node.Node;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Keeps the nodes that can be claimed in step with those of the cluster. */
public final class NodeResources {
  private final Cluster cluster;
  private final Resources resources;
  private final Overcommit overcommit;

  public NodeResources(Cluster cluster, Resources resources, Overcommit overcommit) {
    this.cluster = cluster;
    this.resources = resources;
    this.overcommit = overcommit;
  }

  /** Does it; answers why it could not, in a sentence. A node that tells no size stays as it is. */
  public Optional<String> keep() {
    var nodes = cluster.nodes();
    if (nodes.trouble() != null) {
      return Optional.of(nodes.trouble());
    }
    var guests = cluster.guests().value();
    var brought = resources.brought(ClusterName.MAIN);
    resources.keep(
        ClusterName.MAIN,
        nodes.value().stream().map(node -> use(node, guests, brought)).toList(),
        overcommit);
    return Optional.empty();
  }

  private static Resources.NodeUse use(Node node, Collection<Guest> guests, Set<VmId> brought) {
    return new Resources.NodeUse(
        node.name().value(),
        node.maxCpu(),
        node.maxMem() >> 20,
        standing(node.name(), guests, brought));
  }

  /** What runs there is promised, as it is where guests are placed. */
  private static Amount standing(NodeName node, Collection<Guest> guests, Set<VmId> brought) {
    var there =
        guests.stream()
            .filter(guest -> guest.running() && guest.ref().node().equals(node))
            .filter(guest -> !brought.contains(guest.ref().vmid()))
            .toList();
    return Amount.of(
        (int) Math.ceil(there.stream().mapToDouble(Guest::cpus).sum()),
        there.stream().mapToLong(guest -> guest.maxMem() >> 20).sum(),
        0);
  }
}
