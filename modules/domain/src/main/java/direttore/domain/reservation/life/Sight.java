package direttore.domain.reservation.life;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import org.jspecify.annotations.Nullable;

/** What a look at a part's guest shows. */
public sealed interface Sight {

  /** Nobody has looked. */
  record Unseen() implements Sight {}

  /** It could not be seen now. */
  record Unknown() implements Sight {}

  /** There is no such guest. */
  record Absent() implements Sight {}

  /** Another than the part's has its VMID for certain. */
  record Another() implements Sight {}

  /** Some guest has its VMID, and whether it is the part's is not proven. */
  record Unproven(GuestRef guest) implements Sight {}

  /**
   * Another reservation has the guest in fact.
   *
   * @param by that reservation
   */
  record Taken(long by) implements Sight {}

  /**
   * It is there.
   *
   * @param guest where it is now
   * @param birth what it was born with
   * @param lack what it lacks to be ready, or null where it was not asked or lacks nothing
   */
  record There(GuestRef guest, boolean running, Birth birth, @Nullable Lack lack) implements Sight {

    /** One that lacks nothing. */
    public There(GuestRef guest, boolean running, Birth birth) {
      this(guest, running, birth, null);
    }
  }
}
