/** The container templates that Proxmox offers for download. */
@NullMarked
package direttore.simulator.pve.appliance;

import org.jspecify.annotations.NullMarked;
