package direttore.simulator.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that was answered.
 *
 * @param path below the root of the API, without the query
 * @param caller who called, or {@code -}
 * @param status the answer's status, 0 where the connection was cut instead
 */
public record Answered(
    Instant at, String method, String path, String caller, int status, Duration took) {}
