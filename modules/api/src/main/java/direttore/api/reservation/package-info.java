/**
 * Reservations and when things are free: {@code /api/reservations} and {@code /api/availability}.
 */
@NullMarked
package direttore.api.reservation;

import org.jspecify.annotations.NullMarked;
