/** The whole cluster as it was last read. */
@NullMarked
package direttore.domain.cluster;

import org.jspecify.annotations.NullMarked;
