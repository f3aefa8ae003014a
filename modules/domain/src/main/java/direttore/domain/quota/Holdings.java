package direttore.domain.quota;

import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guests that count, for what keeps them true. */
public interface Holdings {
  /** By VMID. */
  List<Holding> holdings();

  /** Those whose order ended without success after a moment, by VMID. */
  List<Attempt> attempts(Instant after);

  /**
   * Notes how large a guest is: never refused, as it is so already. Does nothing to one that an
   * operation has, or that was ordered or handed over since.
   *
   * @param since of the holding that was measured
   * @param disksRead when its disks were looked at, or null when they were not
   */
  void measure(VmId vmid, Instant since, GuestSize size, @Nullable Instant disksRead);

  /**
   * Forgets who has a guest that is not there. Does nothing to one that an operation has, or that
   * was ordered or handed over since.
   */
  void forget(VmId vmid, Instant since);
}
