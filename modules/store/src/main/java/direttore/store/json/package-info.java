/** How values stand in jsonb columns. */
@NullMarked
package direttore.store.json;

import org.jspecify.annotations.NullMarked;
