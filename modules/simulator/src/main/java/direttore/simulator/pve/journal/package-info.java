/** What the simulator keeps between starts. */
@NullMarked
package direttore.simulator.pve.journal;

import org.jspecify.annotations.NullMarked;
