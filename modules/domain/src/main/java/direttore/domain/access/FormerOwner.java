package direttore.domain.access;

import direttore.domain.guest.Birth;
import direttore.domain.guest.VmId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who had a guest until it was taken for gone.
 *
 * @param team the team that had it too, or null
 * @param since when they got it
 * @param forgotten when it was taken for gone
 * @param birth what it was born with, or null where it was never looked at
 */
public record FormerOwner(
    VmId vmid,
    PersonName name,
    @Nullable TeamName team,
    Instant since,
    Instant forgotten,
    @Nullable Birth birth) {}
