/** A simulated NetBox. */
@NullMarked
package direttore.simulator.netbox;

import org.jspecify.annotations.NullMarked;
