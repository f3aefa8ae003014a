/** Parts of nodes that are counted in guests. */
@NullMarked
package direttore.api.pool;

import org.jspecify.annotations.NullMarked;
