package direttore.domain.access;

import direttore.domain.guest.VmId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has a guest.
 *
 * @param team the team that may change it too, or null
 * @param since when it was made for them, or handed over
 */
public record Owner(
    VmId vmid, UUID person, PersonName name, @Nullable TeamName team, Instant since) {}
