/** What happened to reservations. */
@NullMarked
package direttore.domain.reservation.history;

import org.jspecify.annotations.NullMarked;
