/** HTTP over TLS with the manners of pve-http-server: its limits, refusals and connection rules. */
@NullMarked
package direttore.simulator.pve.http;

import org.jspecify.annotations.NullMarked;
