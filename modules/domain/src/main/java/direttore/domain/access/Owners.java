package direttore.domain.access;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has which guest: recorded with the order that makes it, forgotten with its deletion. */
public interface Owners {
  Optional<Owner> of(VmId vmid);

  /** What the guest was born with that somebody has, empty where it was never looked at. */
  Optional<Birth> birth(VmId vmid);

  /** By VMID. */
  List<Owner> all();

  /** Who had the guests that were taken for gone and belong to nobody now, by VMID. */
  List<FormerOwner> former();

  /**
   * Gives a guest to somebody. Refuses with {@code Unknown} when there is no such person or team,
   * with {@code Busy} while an operation has the guest, with {@code OverQuota} when they would have
   * more than they may.
   *
   * @param size how large it is now; it counts as no smaller than it did
   * @param asker who gives it, and is told
   */
  Owner give(VmId vmid, PersonName person, @Nullable TeamName team, GuestSize size, Actor asker);
}
