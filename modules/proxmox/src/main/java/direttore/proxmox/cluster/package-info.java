/** The cluster as it was last read, held in memory with its age. */
@NullMarked
package direttore.proxmox.cluster;

import org.jspecify.annotations.NullMarked;
