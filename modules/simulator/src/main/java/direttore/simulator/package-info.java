/** Starts simulated systems. */
@NullMarked
package direttore.simulator;

import org.jspecify.annotations.NullMarked;
