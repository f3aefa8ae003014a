/** What Proxmox says no with, told apart by its meaning. */
@NullMarked
package direttore.proxmox.failure;

import org.jspecify.annotations.NullMarked;
