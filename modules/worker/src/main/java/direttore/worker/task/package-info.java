/** Waiting for many tasks of Proxmox with few requests. */
@NullMarked
package direttore.worker.task;

import org.jspecify.annotations.NullMarked;
