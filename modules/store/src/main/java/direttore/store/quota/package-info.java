/** Quotas and pools in PostgreSQL, where triggers see to them. */
@NullMarked
package direttore.store.quota;

import org.jspecify.annotations.NullMarked;
