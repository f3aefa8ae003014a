package direttore.domain.provision;

import direttore.domain.Refusal;
import direttore.domain.guest.GuestDetail;
import direttore.domain.guest.VmSource;
import org.jspecify.annotations.Nullable;

/**
 * How a template, or another guest, will be copied.
 *
 * @param original what is copied, or null where there is no such VM
 */
public record Copy(VmSource.Clone source, @Nullable GuestDetail original) {

  /** Refuses with {@code Locked} while something else at Proxmox holds the original. */
  public void refuseLocked() {
    if (original != null && original.lock() != null) {
      throw new Refusal.Locked(
          "%s is locked (%s), and the order was not to wait"
              .formatted(original.ref(), original.lock()));
    }
  }
}
