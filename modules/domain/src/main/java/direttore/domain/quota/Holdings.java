package direttore.domain.quota;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
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
  List<QuotaAttempt> attempts(Instant after);

  /**
   * Notes how large a guest is: never refused, as it is so already. Does nothing to one that an
   * operation has, or that was ordered or handed over since.
   *
   * @param since of the holding that was measured
   * @param disksRead when its disks were looked at, or null when they were not
   */
  void measure(VmId vmid, Instant since, GuestSize size, @Nullable Instant disksRead);

  /**
   * Notes where a guest is and what it was born with. Does nothing to one that was ordered or
   * handed over since.
   */
  void identify(VmId vmid, Instant since, GuestRef seen, Birth birth);

  /** Those that were forgotten and belong to nobody now, latest first. */
  List<Forgotten> forgotten();

  /**
   * Gives a forgotten guest back to whom it was forgotten of; whether that is so now. False where
   * somebody has it meanwhile, or the owner would have more than they may.
   */
  boolean restore(VmId vmid);

  /**
   * Forgets who has a guest that is not there, so that it can be restored. Does nothing to one that
   * an operation has, or that was ordered or handed over since.
   */
  void forget(VmId vmid, Instant since);
}
