package direttore.domain.holding;

import direttore.domain.guest.VmId;
import direttore.domain.operation.Subject;
import java.time.Instant;

/**
 * Whose something is.
 *
 * @param since when it was ordered or handed over
 */
public record Ownership(Subject what, Owner owner, Instant since) {
  /** The VMID of the guest. */
  public VmId vmid() {
    return Holding.vmid(what);
  }
}
