/** What can be reserved, by whom it is, and how a reservation is decided. */
@NullMarked
package direttore.domain.reservation;

import org.jspecify.annotations.NullMarked;
