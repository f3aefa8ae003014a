/** Tasks of Proxmox. */
@NullMarked
package direttore.api.task;

import org.jspecify.annotations.NullMarked;
