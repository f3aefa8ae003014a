/** The rows of a simulated NetBox, their indexes, transactions and changes. */
@NullMarked
package direttore.simulator.netbox.data;

import org.jspecify.annotations.NullMarked;
