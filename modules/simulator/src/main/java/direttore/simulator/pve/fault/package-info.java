/** What goes wrong in a simulated cluster: nodes, storages and tasks. */
@NullMarked
package direttore.simulator.pve.fault;

import org.jspecify.annotations.NullMarked;
