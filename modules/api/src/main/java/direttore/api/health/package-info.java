/** Whether the process lives and can serve. */
@NullMarked
package direttore.api.health;

import org.jspecify.annotations.NullMarked;
