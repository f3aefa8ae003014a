/** Orders about records of guests, carried out at NetBox. */
@NullMarked
package direttore.worker.record;

import org.jspecify.annotations.NullMarked;
