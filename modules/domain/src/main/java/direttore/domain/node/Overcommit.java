package direttore.domain.node;

/**
 * How much of a node may be promised to guests that run, as a multiple of what it has.
 *
 * @param cores virtual processors for each processor
 * @param memory bytes for each byte of memory
 */
public record Overcommit(double cores, double memory) {}
