/** How rows are shown. */
@NullMarked
package direttore.simulator.netbox.view;

import org.jspecify.annotations.NullMarked;
