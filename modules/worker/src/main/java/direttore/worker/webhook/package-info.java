/** Calls other programs. */
@NullMarked
package direttore.worker.webhook;

import org.jspecify.annotations.NullMarked;
