/** One clock over all that is done periodically. */
@NullMarked
package direttore.worker.agenda;

import org.jspecify.annotations.NullMarked;
