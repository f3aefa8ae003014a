/** Orders about addresses, carried out at NetBox. */
@NullMarked
package direttore.worker.allocation;

import org.jspecify.annotations.NullMarked;
