/** Time that passes, so that tests can let it pass as they like. */
@NullMarked
package direttore.domain.time;

import org.jspecify.annotations.NullMarked;
