package direttore.domain.reservation.life;

import direttore.domain.guest.VmId;
import direttore.domain.reservation.Resources;
import java.time.Instant;
import java.util.Map;

/** The guests that reservations have brought into being. */
public interface MadeGuests {
  /** By VMID, whose each is at a moment, wholly and with margins; those that are gone are out. */
  Map<VmId, Resources.Use> at(Instant moment);
}
