/** What Direttore asks Proxmox to do. */
@NullMarked
package direttore.domain.hypervisor;

import org.jspecify.annotations.NullMarked;
