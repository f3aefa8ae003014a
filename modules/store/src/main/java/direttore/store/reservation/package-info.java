/** Reservations, and what can be claimed, in PostgreSQL. */
@NullMarked
package direttore.store.reservation;

import org.jspecify.annotations.NullMarked;
