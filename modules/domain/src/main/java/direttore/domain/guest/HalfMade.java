package direttore.domain.guest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A guest whose making was cut off, as when the worker process of Proxmox died: it keeps the lock
 * of its making for ever, which only root on its node can take away.
 */
public final class HalfMade {
  private static final Set<String> LOCKS = Set.of("create", "clone");

  private HalfMade() {}

  /** Whether the lock is one of a making. */
  public static boolean is(@Nullable String lock) {
    return lock != null && LOCKS.contains(lock);
  }

  /** What is left, and what to do about it. */
  public static String remedy(GuestRef guest, String lock) {
    var tool = guest.kind() == GuestKind.QEMU ? "qm" : "pct";
    return "%s is half made and stays locked (%s), as no task works on it any more: run \"%s unlock %s\" as root on %s, then delete it"
        .formatted(guest, lock, tool, guest.vmid(), guest.node());
  }
}
