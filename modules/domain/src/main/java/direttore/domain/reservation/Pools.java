package direttore.domain.reservation;

import direttore.domain.guest.GuestKind;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pools, and what those who claimed of them may still make. */
public interface Pools {
  /** By name. */
  List<Pool> all();

  /** Refuses with {@code NotFound} for an id that no pool has. */
  Pool find(int id);

  /** Refuses with {@code WrongState} where there is one of that name. */
  Pool add(Pool.Form form);

  /**
   * Changes it. Reservations that there are stay as they are. Refuses with {@code WrongState} where
   * there is one of that name, and another name or node while anybody claims it.
   */
  Pool change(int id, Pool.Form form);

  /** Removes it. Refuses with {@code WrongState} while anybody claims it. */
  void remove(int id);

  /**
   * What somebody's reservations have of pools on a node at a moment, where one more guest of
   * theirs would be too much; empty where it would not, or they have nothing of a pool there.
   */
  Optional<Shortage> shortage(
      ClusterName cluster, NodeName node, GuestKind kind, UUID person, Instant at);

  /**
   * That no guest more may be made.
   *
   * @param pools their names
   * @param bound how many guests of the kind were claimed
   * @param used how many there are, with those that are still to be made for the reservations
   * @param until when the first of the reservations lets go
   */
  record Shortage(
      String pools, long bound, long used, Instant until, ZoneId zone, long reservation) {}
}
