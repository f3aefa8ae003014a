/** Why a start is refused, in one sentence and an exit code. */
@NullMarked
package direttore.app.start;

import org.jspecify.annotations.NullMarked;
