/** People, what they may do and what they did, in PostgreSQL. */
@NullMarked
package direttore.store.access;

import org.jspecify.annotations.NullMarked;
