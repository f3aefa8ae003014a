/** What people prefer, in PostgreSQL. */
@NullMarked
package direttore.store.preference;

import org.jspecify.annotations.NullMarked;
