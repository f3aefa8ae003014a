/** Guests that move to another node. */
@NullMarked
package direttore.simulator.pve.migration;

import org.jspecify.annotations.NullMarked;
