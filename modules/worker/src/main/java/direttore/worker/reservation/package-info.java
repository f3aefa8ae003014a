/** What is due for reservations, done at its time. */
@NullMarked
package direttore.worker.reservation;

import org.jspecify.annotations.NullMarked;
