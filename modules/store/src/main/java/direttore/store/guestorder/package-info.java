/** How orders about guests are stored. */
@NullMarked
package direttore.store.guestorder;

import org.jspecify.annotations.NullMarked;
