/** What of the lab's networks and storages guests may be put on, by whom. */
@NullMarked
package direttore.domain.allowance;

import org.jspecify.annotations.NullMarked;
