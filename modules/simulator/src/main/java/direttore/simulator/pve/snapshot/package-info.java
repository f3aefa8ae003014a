/** Snapshots of guests. */
@NullMarked
package direttore.simulator.pve.snapshot;

import org.jspecify.annotations.NullMarked;
