/** The releases of Proxmox VE that the simulator can be. */
@NullMarked
package direttore.simulator.release;

import org.jspecify.annotations.NullMarked;
