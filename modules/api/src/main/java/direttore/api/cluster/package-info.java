/** Nodes, networks, storages and templates. */
@NullMarked
package direttore.api.cluster;

import org.jspecify.annotations.NullMarked;
