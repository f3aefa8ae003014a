package direttore.domain.provision;

import direttore.domain.Obstacles;
import direttore.domain.access.Actor;
import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import direttore.domain.reservation.PoolRoom;
import direttore.domain.reservation.Pools;
import java.time.Clock;

/**
 * Keeps whoever holds a pool on a node to what they claimed of it. The store decides again with the
 * order, for two at once.
 */
public final class ReservedPools {
  private final Pools pools;
  private final Clock clock;

  public ReservedPools(Pools pools, Clock clock) {
    this.pools = pools;
    this.clock = clock;
  }

  /** Notes that they have made as many guests there as they claimed, and until when. */
  void check(NodeName node, GuestKind kind, Actor actor, Obstacles obstacles) {
    actor
        .person()
        .flatMap(person -> pools.shortage(ClusterName.MAIN, node, kind, person, clock.instant()))
        .ifPresent(shortage -> obstacles.add(PoolRoom.refusal(shortage, node, kind)));
  }
}
