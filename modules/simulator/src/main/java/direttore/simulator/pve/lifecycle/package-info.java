/** What virtual machines and containers have in common from their creation on. */
@NullMarked
package direttore.simulator.pve.lifecycle;

import org.jspecify.annotations.NullMarked;
