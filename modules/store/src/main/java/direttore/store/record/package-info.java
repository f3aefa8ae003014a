/** What NetBox records of guests. */
@NullMarked
package direttore.store.record;

import org.jspecify.annotations.NullMarked;
