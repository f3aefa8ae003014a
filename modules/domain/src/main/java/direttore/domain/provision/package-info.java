/** From an order for a guest to an operation that makes it. */
@NullMarked
package direttore.domain.provision;

import org.jspecify.annotations.NullMarked;
