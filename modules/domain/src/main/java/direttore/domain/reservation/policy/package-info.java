/** By which rules people reserve, and what of it somebody has to approve. */
@NullMarked
package direttore.domain.reservation.policy;

import org.jspecify.annotations.NullMarked;
