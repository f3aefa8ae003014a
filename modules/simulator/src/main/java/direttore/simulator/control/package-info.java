/** The switches of the simulator for other processes: /simulator, outside of Proxmox VE's API. */
@NullMarked
package direttore.simulator.control;

import org.jspecify.annotations.NullMarked;
