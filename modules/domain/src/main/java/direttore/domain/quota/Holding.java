package direttore.domain.quota;

import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guest that counts for who has it.
 *
 * @param owner the name of the person
 * @param since when it was ordered or handed over
 * @param measured when its disks were last looked at, or null for never
 * @param busy whether an operation has it
 */
public record Holding(
    VmId vmid,
    String owner,
    Instant since,
    GuestSize size,
    @Nullable Instant measured,
    boolean busy) {}
