/** The worker as a whole. */
@NullMarked
package direttore.worker;

import org.jspecify.annotations.NullMarked;
