/** Many orders that are given as one, and what is done of them when. */
@NullMarked
package direttore.domain.group;

import org.jspecify.annotations.NullMarked;
