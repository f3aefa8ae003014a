/** Series edited as a whole: what an edit means for each date. */
@NullMarked
package direttore.domain.reservation.series;

import org.jspecify.annotations.NullMarked;
