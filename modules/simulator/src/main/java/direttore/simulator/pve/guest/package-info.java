/** What VMs and containers have in common: configuration, state, locks and ids. */
@NullMarked
package direttore.simulator.pve.guest;

import org.jspecify.annotations.NullMarked;
