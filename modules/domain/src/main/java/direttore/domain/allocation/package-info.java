/** Addresses that are taken of a prefix of NetBox, held, used by guests, and given back. */
@NullMarked
package direttore.domain.allocation;

import org.jspecify.annotations.NullMarked;
