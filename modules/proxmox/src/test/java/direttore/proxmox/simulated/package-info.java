/** The client against the simulated Proxmox, which shares no code with it. */
@NullMarked
package direttore.proxmox.simulated;

import org.jspecify.annotations.NullMarked;
