/** Time as simulated tasks see it: the machine's, or one that a test moves. */
@NullMarked
package direttore.simulator.clock;

import org.jspecify.annotations.NullMarked;
