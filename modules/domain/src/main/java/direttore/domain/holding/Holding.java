package direttore.domain.holding;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.node.ClusterName;
import direttore.domain.operation.Subject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has, and that counts for them.
 *
 * @param since when it was ordered or handed over
 * @param measured when its disks were last looked at, or null for never
 * @param operation the order that made it or is about to, or null
 * @param seen where it was seen last, or is to be made, or null where neither is known
 * @param birth what it was born with, or null where it was never looked at
 * @param busy whether an operation has it
 */
public record Holding(
    Subject what,
    Owner owner,
    Instant since,
    GuestSize size,
    @Nullable Instant measured,
    @Nullable UUID operation,
    @Nullable GuestRef seen,
    @Nullable Birth birth,
    boolean busy) {

  /** The guest of a VMID of the main cluster, as something to have. */
  public static Subject guest(VmId vmid) {
    return GuestOrder.subject(ClusterName.MAIN, vmid);
  }

  /** The VMID of something that is a guest. */
  static VmId vmid(Subject what) {
    return VmId.parse(what.key().substring(what.key().indexOf('/') + 1));
  }

  /** Whose it is. */
  public Ownership ownership() {
    return new Ownership(what, owner, since);
  }

  /** The VMID of the guest. */
  public VmId vmid() {
    return vmid(what);
  }
}
