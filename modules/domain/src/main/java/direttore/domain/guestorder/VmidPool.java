package direttore.domain.guestorder;

import direttore.domain.guest.VmId;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Operation;
import java.util.Optional;

/** Which VMIDs new guests get. */
public interface VmidPool {
  /**
   * The VMID of a cluster that a choice gives now, empty when none is free; another order may take
   * it.
   */
  Optional<VmId> lowest(ClusterName cluster, VmidChoice.Free choice);

  /**
   * Stores and answers the operation with the next free VMID; fenced as {@link
   * direttore.domain.operation.Operations#record}.
   */
  Operation renumber(Operation operation, VmidChoice.Free choice);
}
