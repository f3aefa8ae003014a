/** The systems outside that an operation changes, whichever they are. */
@NullMarked
package direttore.domain.system;

import org.jspecify.annotations.NullMarked;
