/** How orders are stored, whatever they are about. */
@NullMarked
package direttore.store.order;

import org.jspecify.annotations.NullMarked;
