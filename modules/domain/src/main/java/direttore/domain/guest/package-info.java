/** Virtual machines and containers, and what may be asked of them. */
@NullMarked
package direttore.domain.guest;

import org.jspecify.annotations.NullMarked;
