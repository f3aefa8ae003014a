/** Who has what, in PostgreSQL, where a trigger sees to the quotas. */
@NullMarked
package direttore.store.holding;

import org.jspecify.annotations.NullMarked;
