/** What the RRD files of a real node hold: usage over time. */
@NullMarked
package direttore.simulator.pve.history;

import org.jspecify.annotations.NullMarked;
