/** The REST API over HTTP. */
@NullMarked
package direttore.simulator.netbox.api;

import org.jspecify.annotations.NullMarked;
