/** Duties that are done once for all processes. */
@NullMarked
package direttore.store.agenda;

import org.jspecify.annotations.NullMarked;
