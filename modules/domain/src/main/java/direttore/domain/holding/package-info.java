/** Who has what, and what follows from it: what they may change, and what counts for them. */
@NullMarked
package direttore.domain.holding;

import org.jspecify.annotations.NullMarked;
