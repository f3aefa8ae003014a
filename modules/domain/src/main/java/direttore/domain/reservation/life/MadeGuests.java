package direttore.domain.reservation.life;

import direttore.domain.guest.VmId;
import java.util.Collection;
import java.util.Map;

/** The guests that reservations have brought into being. */
public interface MadeGuests {
  /** By VMID, the reservation that each is for; those that are gone are left out. */
  Map<VmId, Long> of(Collection<Long> reservations);
}
