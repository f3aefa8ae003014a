package direttore.worker.operation;

import java.time.Duration;
import java.time.Instant;

/**
 * What a look goes by.
 *
 * @param begun when the step began
 * @param sinceAsked how long ago it was asked for last, at the least
 * @param taken whether the name of what it makes is known to be taken, maybe by ourselves
 */
public record Evidence(Instant begun, Duration sinceAsked, boolean taken) {}
