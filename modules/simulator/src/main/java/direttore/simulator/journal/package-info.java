/** What the simulator keeps between starts. */
@NullMarked
package direttore.simulator.journal;

import org.jspecify.annotations.NullMarked;
