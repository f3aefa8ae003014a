/**
 * The little languages inside Proxmox's parameters: {@code net0}, {@code scsi0}, {@code boot}, …
 */
@NullMarked
package direttore.proxmox.property;

import org.jspecify.annotations.NullMarked;
