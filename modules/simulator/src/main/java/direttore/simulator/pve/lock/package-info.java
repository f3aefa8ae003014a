/** The file locks on which operations of Proxmox VE queue. */
@NullMarked
package direttore.simulator.pve.lock;

import org.jspecify.annotations.NullMarked;
