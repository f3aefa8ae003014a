/** How a process starts and ends, and why a start is refused. */
@NullMarked
package direttore.app.start;

import org.jspecify.annotations.NullMarked;
