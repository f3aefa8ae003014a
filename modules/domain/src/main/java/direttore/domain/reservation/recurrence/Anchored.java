package direttore.domain.reservation.recurrence;

import java.time.Instant;

/**
 * Something that is meant by the clocks of a place, with the instants that were computed of it.
 *
 * @param id what it is
 * @param version the release of the zone data that they were computed with
 */
public record Anchored<T>(T id, LocalWindow meant, Instant from, Instant to, String version) {}
