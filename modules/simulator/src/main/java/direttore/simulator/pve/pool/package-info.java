/** Resource pools. */
@NullMarked
package direttore.simulator.pve.pool;

import org.jspecify.annotations.NullMarked;
