/** What changed, told to whoever listens. */
@NullMarked
package direttore.domain.event;

import org.jspecify.annotations.NullMarked;
