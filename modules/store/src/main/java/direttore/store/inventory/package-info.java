/** The copy of NetBox in PostgreSQL. */
@NullMarked
package direttore.store.inventory;

import org.jspecify.annotations.NullMarked;
