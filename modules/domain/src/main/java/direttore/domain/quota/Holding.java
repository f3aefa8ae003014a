package direttore.domain.quota;

import direttore.domain.guest.Birth;
import direttore.domain.guest.GuestRef;
import direttore.domain.guest.GuestSize;
import direttore.domain.guest.VmId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guest that counts for who has it.
 *
 * @param owner the name of the person
 * @param since when it was ordered or handed over
 * @param measured when its disks were last looked at, or null for never
 * @param operation the order that made it, or null
 * @param seen where it was seen last, or null for never
 * @param birth what it was born with, or null where it was never looked at
 * @param busy whether an operation has it
 */
public record Holding(
    VmId vmid,
    String owner,
    Instant since,
    GuestSize size,
    @Nullable Instant measured,
    @Nullable UUID operation,
    @Nullable GuestRef seen,
    @Nullable Birth birth,
    boolean busy) {}
