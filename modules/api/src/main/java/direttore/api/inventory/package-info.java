/** What NetBox has, as clients see it. */
@NullMarked
package direttore.api.inventory;

import org.jspecify.annotations.NullMarked;
