/** The nodes: hardware, networks and what they tell of themselves. */
@NullMarked
package direttore.simulator.pve.node;

import org.jspecify.annotations.NullMarked;
