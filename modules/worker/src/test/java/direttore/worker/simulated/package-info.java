/** The worker against the simulated Proxmox, through the real client. */
@NullMarked
package direttore.worker.simulated;

import org.jspecify.annotations.NullMarked;
