/** When a series takes place: rules of RFC 5545, and what they mean by the clocks of a place. */
@NullMarked
package direttore.domain.reservation.recurrence;

import org.jspecify.annotations.NullMarked;
