/** Containers, as pve-container runs them. */
@NullMarked
package direttore.simulator.pve.lxc;

import org.jspecify.annotations.NullMarked;
