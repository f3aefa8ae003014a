/** Changing a guest's configuration: at once where it can be plugged, else pending. */
@NullMarked
package direttore.simulator.pve.change;

import org.jspecify.annotations.NullMarked;
