/** Who Direttore is to Proxmox: API tokens, tickets, and calls made with them. */
@NullMarked
package direttore.proxmox.access;

import org.jspecify.annotations.NullMarked;
