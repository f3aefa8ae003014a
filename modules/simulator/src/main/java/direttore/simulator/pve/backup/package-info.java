/** Backups of guests, and guests made from them. */
@NullMarked
package direttore.simulator.pve.backup;

import org.jspecify.annotations.NullMarked;
