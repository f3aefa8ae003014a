/** Answers of the API, read as loosely as Proxmox writes them. */
@NullMarked
package direttore.proxmox.reply;

import org.jspecify.annotations.NullMarked;
