/** What the inventory records of the guests that Direttore makes. */
@NullMarked
package direttore.domain.record;

import org.jspecify.annotations.NullMarked;
