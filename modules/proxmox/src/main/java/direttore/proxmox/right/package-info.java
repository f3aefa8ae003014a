/** What the account at Proxmox must be allowed to do. */
@NullMarked
package direttore.proxmox.right;

import org.jspecify.annotations.NullMarked;
