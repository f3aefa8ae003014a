/** The releases of Proxmox VE that the simulator can be. */
@NullMarked
package direttore.simulator.pve.release;

import org.jspecify.annotations.NullMarked;
