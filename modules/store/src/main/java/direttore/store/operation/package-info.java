/** Operations and their secrets in PostgreSQL. */
@NullMarked
package direttore.store.operation;

import org.jspecify.annotations.NullMarked;
