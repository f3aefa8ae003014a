/** Which rows a list holds, and in which order. */
@NullMarked
package direttore.simulator.netbox.query;

import org.jspecify.annotations.NullMarked;
