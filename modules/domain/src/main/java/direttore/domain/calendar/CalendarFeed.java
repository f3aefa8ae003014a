package direttore.domain.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address by which whoever has it reads reservations as its owner sees them.
 *
 * @param lastUsed to the minute, or null
 */
public record CalendarFeed(
    UUID id,
    UUID person,
    FeedScope scope,
    String name,
    Instant created,
    @Nullable Instant lastUsed) {}
