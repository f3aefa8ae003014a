/** How long simulated work takes. */
@NullMarked
package direttore.simulator.pve.pace;

import org.jspecify.annotations.NullMarked;
