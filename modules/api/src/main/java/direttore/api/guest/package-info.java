/** VMs and containers, and what may be ordered for them. */
@NullMarked
package direttore.api.guest;

import org.jspecify.annotations.NullMarked;
