/** How much of the lab people and teams may have. */
@NullMarked
package direttore.domain.quota;

import org.jspecify.annotations.NullMarked;
