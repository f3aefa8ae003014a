/** Many orders in one request. */
@NullMarked
package direttore.api.group;

import org.jspecify.annotations.NullMarked;
