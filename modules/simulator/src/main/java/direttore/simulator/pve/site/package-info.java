/** What every operation on guests stands on. */
@NullMarked
package direttore.simulator.pve.site;

import org.jspecify.annotations.NullMarked;
