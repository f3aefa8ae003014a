package direttore.domain.reservation.life;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;

/** What a look at a part's guest shows. */
public sealed interface Sight {

  /** Nobody has looked. */
  record Unseen() implements Sight {}

  /** It could not be seen now. */
  record Unknown() implements Sight {}

  /** There is no such guest, or another than the part's has its VMID. */
  record Absent() implements Sight {}

  /**
   * It is there.
   *
   * @param guest where it is now
   * @param birth what it was born with
   */
  record There(GuestRef guest, boolean running, Birth birth) implements Sight {}
}
