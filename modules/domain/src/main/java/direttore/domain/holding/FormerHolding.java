package direttore.domain.holding;

import direttore.domain.access.PersonName;
import direttore.domain.access.TeamName;
import direttore.domain.guest.Birth;
import direttore.domain.guest.VmId;
import direttore.domain.operation.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody had until it was taken for gone, or another's order displaced them.
 *
 * @param name the person who had it
 * @param team the team that had it too, or null
 * @param since when they got it
 * @param ended when they had it no more
 * @param birth what it was born with, or null where it was never looked at
 */
public record FormerHolding(
    Subject what,
    PersonName name,
    @Nullable TeamName team,
    Instant since,
    Instant ended,
    @Nullable Birth birth) {

  /** The VMID of the guest; another may have it since. */
  public VmId vmid() {
    return Holding.vmid(what);
  }
}
