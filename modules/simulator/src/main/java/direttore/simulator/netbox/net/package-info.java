/** Addresses and networks, as PostgreSQL and Python order and write them. */
@NullMarked
package direttore.simulator.netbox.net;

import org.jspecify.annotations.NullMarked;
