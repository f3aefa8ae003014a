/** Addresses that are taken of prefixes, over HTTP. */
@NullMarked
package direttore.api.allocation;

import org.jspecify.annotations.NullMarked;
