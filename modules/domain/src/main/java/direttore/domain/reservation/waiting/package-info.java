/** Who waits for something that others have, and who is offered it when it comes free. */
@NullMarked
package direttore.domain.reservation.waiting;

import org.jspecify.annotations.NullMarked;
