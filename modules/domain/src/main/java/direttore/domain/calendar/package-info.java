/** Addresses under which calendars of others read reservations. */
@NullMarked
package direttore.domain.calendar;

import org.jspecify.annotations.NullMarked;
