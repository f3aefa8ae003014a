package direttore.domain.holding;

import direttore.domain.access.PersonName;
import direttore.domain.guest.GuestRef;
import java.time.Instant;
import java.util.UUID;

/**
 * A guest that somebody has although the order that was to make it ended without success: it may be
 * there or not.
 *
 * @param operation the order
 * @param owner who has it
 * @param since when it was ordered or handed over
 */
public record FailedMaking(UUID operation, GuestRef guest, PersonName owner, Instant since) {}
