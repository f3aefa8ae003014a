/** Reservations as calendars read them: {@code /api/calendar} and the export. */
@NullMarked
package direttore.api.calendar;

import org.jspecify.annotations.NullMarked;
