package direttore.domain.quota;

import direttore.domain.guest.GuestRef;
import java.time.Instant;
import java.util.UUID;

/**
 * A guest that counts although the order that was to make it ended without success: it may be there
 * or not.
 *
 * @param operation the order
 * @param owner the name of the person
 * @param since when it was ordered or handed over
 */
public record QuotaAttempt(UUID operation, GuestRef guest, String owner, Instant since) {}
