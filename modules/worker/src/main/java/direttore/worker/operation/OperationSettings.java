package direttore.worker.operation;

import java.time.Duration;

/**
 * How operations are carried out.
 *
 * @param lockPatience how long to wait for whoever holds what is to be changed
 * @param outagePatience how long to wait for a system that cannot be reached
 */
public record OperationSettings(Duration lockPatience, Duration outagePatience) {}
