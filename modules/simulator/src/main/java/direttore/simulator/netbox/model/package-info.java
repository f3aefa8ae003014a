/** What NetBox's objects are like, read from descriptions. */
@NullMarked
package direttore.simulator.netbox.model;

import org.jspecify.annotations.NullMarked;
