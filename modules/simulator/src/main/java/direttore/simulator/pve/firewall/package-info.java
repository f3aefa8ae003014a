/** The firewalls of guests. */
@NullMarked
package direttore.simulator.pve.firewall;

import org.jspecify.annotations.NullMarked;
