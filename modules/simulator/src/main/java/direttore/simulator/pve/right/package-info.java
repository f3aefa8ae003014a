/** The routes of access control and the users that a new lab has. */
@NullMarked
package direttore.simulator.pve.right;

import org.jspecify.annotations.NullMarked;
