/** Keeps the copy of NetBox up to date. */
@NullMarked
package direttore.worker.inventory;

import org.jspecify.annotations.NullMarked;
