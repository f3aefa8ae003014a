/** What workers ask of Proxmox, as calls to its API. */
@NullMarked
package direttore.proxmox.hypervisor;

import org.jspecify.annotations.NullMarked;
