package direttore.domain.guestorder;

import direttore.domain.guest.Birth;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Under what an order is carried out.
 *
 * @param waitsForLock whether it waits while something else at Proxmox holds its guest
 * @param birth what its guest was born with when it was ordered, or null where nobody looked; it is
 *     carried out on no other
 */
public record Terms(boolean waitsForLock, @Nullable Birth birth) {
  /** How long a lock of Proxmox is waited for, unless a worker is told otherwise. */
  public static final Duration LOCK_PATIENCE = Duration.ofMinutes(30);

  /** Of an order that said nothing. */
  public static final Terms USUAL = new Terms(true, null);

  /** Whether a guest of that birth is the one that the order was about. */
  public boolean sameGuest(Birth now) {
    return birth == null || birth.blank() || birth.likeness(now) == Birth.Likeness.SAME;
  }
}
