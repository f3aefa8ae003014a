/** What a reservation brings into being, and what is done with it when. */
@NullMarked
package direttore.domain.reservation.life;

import org.jspecify.annotations.NullMarked;
