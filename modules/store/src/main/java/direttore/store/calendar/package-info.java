/** Addresses of feeds in PostgreSQL. */
@NullMarked
package direttore.store.calendar;

import org.jspecify.annotations.NullMarked;
