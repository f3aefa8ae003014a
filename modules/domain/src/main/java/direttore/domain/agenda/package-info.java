/** What is done periodically: duties, and when each was done and is due. */
@NullMarked
package direttore.domain.agenda;

import org.jspecify.annotations.NullMarked;
