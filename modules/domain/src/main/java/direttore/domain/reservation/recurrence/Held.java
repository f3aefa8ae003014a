package direttore.domain.reservation.recurrence;

import java.time.LocalDateTime;

/**
 * An occurrence as it stands.
 *
 * @param occurrence the start by which it is known
 * @param window when it takes place, which is elsewhere if it was moved
 * @param settled whether it has begun, is over or was cancelled
 */
public record Held(LocalDateTime occurrence, LocalWindow window, boolean settled) {}
