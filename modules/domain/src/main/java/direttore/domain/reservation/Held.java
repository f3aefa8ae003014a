package direttore.domain.reservation;

import org.jspecify.annotations.Nullable;

/**
 * A claim that keeps others out.
 *
 * @param during with margins
 * @param share how much of the resource, or null for the whole
 */
public record Held(int resource, long reservation, Window during, @Nullable Amount share) {}
