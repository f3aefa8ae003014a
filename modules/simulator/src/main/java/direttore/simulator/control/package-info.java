/**
 * The switches of the simulator for other processes, below {@code /simulator}: outside of the API
 * of the system that serves them.
 */
@NullMarked
package direttore.simulator.control;

import org.jspecify.annotations.NullMarked;
