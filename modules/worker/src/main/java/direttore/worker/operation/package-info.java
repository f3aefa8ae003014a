/** Carrying operations out, from wherever an earlier worker left them. */
@NullMarked
package direttore.worker.operation;

import org.jspecify.annotations.NullMarked;
