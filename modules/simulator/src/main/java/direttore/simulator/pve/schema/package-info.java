/** What the Proxmox VE API accepts: every served method, its parameters and its permission rule. */
@NullMarked
package direttore.simulator.pve.schema;

import org.jspecify.annotations.NullMarked;
