package direttore.domain.guestorder;

import direttore.domain.guest.VmId;
import direttore.domain.guest.VmidRange;
import java.util.Set;

/** How a new operation gets its VMID. */
public sealed interface VmidChoice {

  /** The caller named it, or the guest has it already. */
  record Given(VmId vmid) implements VmidChoice {}

  /** Direttore chose it, and may choose another if it is taken. */
  record Chosen(VmId vmid) implements VmidChoice {}

  /**
   * The lowest of the range that is neither taken nor promised to another operation.
   *
   * @param taken what the cluster is known to use
   */
  record Free(VmidRange range, Set<VmId> taken) implements VmidChoice {
    public Free {
      taken = Set.copyOf(taken);
    }
  }
}
