/** Faults that tests switch on: what goes wrong in real clusters. */
@NullMarked
package direttore.simulator.fault;

import org.jspecify.annotations.NullMarked;
