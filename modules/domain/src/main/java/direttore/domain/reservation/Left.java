package direttore.domain.reservation;

import org.jspecify.annotations.Nullable;

/**
 * How much is left of a resource; null where that is not bounded.
 *
 * @param memory MiB
 * @param disk bytes
 * @param guests virtual machines and containers together
 */
public record Left(
    @Nullable Integer cores,
    @Nullable Long memory,
    @Nullable Long disk,
    @Nullable Integer vms,
    @Nullable Integer lxc,
    @Nullable Integer guests) {}
