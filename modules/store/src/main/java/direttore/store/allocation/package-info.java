/** Addresses that are taken of NetBox's prefixes. */
@NullMarked
package direttore.store.allocation;

import org.jspecify.annotations.NullMarked;
