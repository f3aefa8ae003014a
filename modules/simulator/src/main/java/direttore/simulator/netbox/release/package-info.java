/** The versions of NetBox that can be imitated. */
@NullMarked
package direttore.simulator.netbox.release;

import org.jspecify.annotations.NullMarked;
