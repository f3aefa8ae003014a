package direttore.domain.provision;

import direttore.domain.cluster.Cluster;
import direttore.domain.cluster.Reading;
import direttore.domain.guest.Guest;
import direttore.domain.node.NodeName;
import direttore.domain.node.Overcommit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much room each node has left, from what the cluster's summary tells. */
public final class Rooms {
  private final Cluster cluster;
  private final Overcommit overcommit;

  public Rooms(Cluster cluster, Overcommit overcommit) {
    this.cluster = cluster;
    this.overcommit = overcommit;
  }

  /** How much may be promised. */
  public Overcommit overcommit() {
    return overcommit;
  }

  /** The room of all nodes, by name. */
  public Reading<List<Room>> all() {
    var cores = new HashMap<NodeName, Double>();
    var memory = new HashMap<NodeName, Double>();
    for (var guest : cluster.guests().value()) {
      if (guest.running()) {
        promise(guest, cores, memory);
      }
    }
    var storages = cluster.storages().value();
    return cluster
        .nodes()
        .map(nodes ->
            nodes.stream()
                .map(node ->
                    Room.of(
                        node,
                        cores.getOrDefault(node.name(), 0.0),
                        memory.getOrDefault(node.name(), 0.0),
                        overcommit,
                        storages.getOrDefault(node.name(), List.of())))
                .toList());
  }

  private static void promise(
      Guest guest, Map<NodeName, Double> cores, Map<NodeName, Double> memory) {
    cores.merge(guest.ref().node(), guest.cpus(), Double::sum);
    memory.merge(guest.ref().node(), (double) guest.maxMem(), Double::sum);
  }
}
