/** What guests may be put on, in PostgreSQL. */
@NullMarked
package direttore.store.allowance;

import org.jspecify.annotations.NullMarked;
