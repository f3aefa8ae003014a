/** How orders about guests are carried out at Proxmox. */
@NullMarked
package direttore.worker.guestorder;

import org.jspecify.annotations.NullMarked;
