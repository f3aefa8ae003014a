/** Storages and their volumes: names, space, base images and linked clones. */
@NullMarked
package direttore.simulator.pve.storage;

import org.jspecify.annotations.NullMarked;
