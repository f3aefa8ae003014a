/**
 * What NetBox says of devices, prefixes, addresses and VLANs, and the rules that are made of it.
 */
@NullMarked
package direttore.domain.inventory;

import org.jspecify.annotations.NullMarked;
