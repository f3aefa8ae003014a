/** A simulated Proxmox VE cluster, put together. */
@NullMarked
package direttore.simulator.pve;

import org.jspecify.annotations.NullMarked;
