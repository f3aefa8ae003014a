/** Groups of operations in PostgreSQL. */
@NullMarked
package direttore.store.group;

import org.jspecify.annotations.NullMarked;
