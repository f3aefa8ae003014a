/** Worker processes, known to PostgreSQL by a lock that dies with them. */
@NullMarked
package direttore.store.worker;

import org.jspecify.annotations.NullMarked;
