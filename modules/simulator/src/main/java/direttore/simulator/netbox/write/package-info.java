/** How rows are made, changed and deleted. */
@NullMarked
package direttore.simulator.netbox.write;

import org.jspecify.annotations.NullMarked;
