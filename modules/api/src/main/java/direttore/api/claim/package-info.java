/** What reservations have of resources, in answers and in refusals. */
@NullMarked
package direttore.api.claim;

import org.jspecify.annotations.NullMarked;
