/** Addresses of other programs that hear of reservations. */
@NullMarked
package direttore.domain.webhook;

import org.jspecify.annotations.NullMarked;
