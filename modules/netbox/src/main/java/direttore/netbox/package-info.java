/** NetBox as its REST API tells of it; what could not be read is a failure, and never nothing. */
@NullMarked
package direttore.netbox;

import org.jspecify.annotations.NullMarked;
