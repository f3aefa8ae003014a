/** The cluster as a whole: resources, status, free ids. */
@NullMarked
package direttore.simulator.pve.cluster;

import org.jspecify.annotations.NullMarked;
