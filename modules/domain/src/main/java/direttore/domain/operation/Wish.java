package direttore.domain.operation;

import direttore.domain.guest.GuestKind;
import direttore.domain.guest.GuestSecrets;
import direttore.domain.node.NodeName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order by someone, about to become an operation.
 *
 * @param retryOf the operation whose order this repeats, or null
 */
public record Wish(
    Order order,
    GuestKind guestKind,
    NodeName node,
    VmidChoice vmid,
    GuestSecrets secrets,
    Requester by,
    @Nullable UUID retryOf) {
  /** A wish that repeats none. */
  public Wish(
      Order order,
      GuestKind guestKind,
      NodeName node,
      VmidChoice vmid,
      GuestSecrets secrets,
      Requester by) {
    this(order, guestKind, node, vmid, secrets, by, null);
  }
}
