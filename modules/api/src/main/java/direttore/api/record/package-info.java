/** What NetBox records of guests: {@code /api/inventory/records}. */
@NullMarked
package direttore.api.record;

import org.jspecify.annotations.NullMarked;
