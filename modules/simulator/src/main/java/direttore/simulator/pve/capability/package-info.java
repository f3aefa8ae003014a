/** What the QEMU of a node can do. */
@NullMarked
package direttore.simulator.pve.capability;

import org.jspecify.annotations.NullMarked;
