/** The endpoints of {@code /api2/json} that Direttore uses, in the same shape. */
@NullMarked
package direttore.proxmox.api;

import org.jspecify.annotations.NullMarked;
