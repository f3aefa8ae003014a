/** The lab that a new simulator holds. */
@NullMarked
package direttore.simulator.pve.lab;

import org.jspecify.annotations.NullMarked;
