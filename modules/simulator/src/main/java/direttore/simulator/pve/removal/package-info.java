/** Destroying guests with all that belongs to them. */
@NullMarked
package direttore.simulator.pve.removal;

import org.jspecify.annotations.NullMarked;
