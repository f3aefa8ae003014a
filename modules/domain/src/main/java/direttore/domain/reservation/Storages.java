package direttore.domain.reservation;

import direttore.domain.guestorder.GuestAction;
import direttore.domain.node.ClusterName;
import direttore.domain.node.NodeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The storages of which room can be claimed. */
public interface Storages {
  /**
   * Has the storages of a cluster be resources: adds those that are new, and notes how large they
   * are and what of them is in use outside reservations. Those that are gone are out of service.
   */
  void keep(ClusterName cluster, List<StorageUse> storages);

  /** The guests that reservations brought into being, and still claim room on a storage for. */
  List<Brought> brought(ClusterName cluster);

  /**
   * A storage as the cluster tells it.
   *
   * @param node the only one that has it, or null where it is shared
   * @param disk bytes; 0 where it tells no size now
   * @param used bytes that no reservation brought
   */
  record StorageUse(String name, @Nullable NodeName node, long disk, long used) {}

  /** A guest that is there for a reservation, as it was ordered. */
  record Brought(NodeName node, GuestAction.Creation making) {}
}
