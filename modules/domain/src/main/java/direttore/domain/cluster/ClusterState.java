package direttore.domain.cluster;

import org.jspecify.annotations.Nullable;

/**
 * The cluster as a whole.
 *
 * @param name null for a single host that is in no cluster
 * @param quorate whether enough nodes see each other for changes; null where it is not known
 */
public record ClusterState(@Nullable String name, @Nullable Boolean quorate) {}
