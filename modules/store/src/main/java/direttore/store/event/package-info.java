/** What changed, told by PostgreSQL. */
@NullMarked
package direttore.store.event;

import org.jspecify.annotations.NullMarked;
