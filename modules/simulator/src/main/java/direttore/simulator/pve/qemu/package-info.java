/** Virtual machines, as qemu-server runs them. */
@NullMarked
package direttore.simulator.pve.qemu;

import org.jspecify.annotations.NullMarked;
