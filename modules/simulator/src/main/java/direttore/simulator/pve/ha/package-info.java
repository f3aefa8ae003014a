/** High availability: which guests the cluster keeps running. */
@NullMarked
package direttore.simulator.pve.ha;

import org.jspecify.annotations.NullMarked;
