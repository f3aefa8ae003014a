/** Tasks of Proxmox: how it does what takes time. */
@NullMarked
package direttore.domain.task;

import org.jspecify.annotations.NullMarked;
