/** Growing disks and turning guests into templates. */
@NullMarked
package direttore.simulator.pve.disk;

import org.jspecify.annotations.NullMarked;
