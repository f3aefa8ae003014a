/** Worker tasks: their UPIDs, logs, ends and lists. */
@NullMarked
package direttore.simulator.pve.task;

import org.jspecify.annotations.NullMarked;
