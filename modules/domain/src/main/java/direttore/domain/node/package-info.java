/** The hosts of a Proxmox VE cluster, their networks and storages. */
@NullMarked
package direttore.domain.node;

import org.jspecify.annotations.NullMarked;
