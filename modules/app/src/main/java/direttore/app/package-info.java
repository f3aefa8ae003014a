/** The command line and the composition root. */
@NullMarked
package direttore.app;

import org.jspecify.annotations.NullMarked;
