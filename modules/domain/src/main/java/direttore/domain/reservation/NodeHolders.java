package direttore.domain.reservation;

import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.util.Optional;

/** Who has a node to themselves. */
public interface NodeHolders {
  /** The reservation that holds the whole of the node at a moment, margins included. */
  Optional<Reservation> ofWhole(ClusterName cluster, NodeName node, Instant at);
}
