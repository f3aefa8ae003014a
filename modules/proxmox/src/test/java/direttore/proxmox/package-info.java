/** What the tests of this module share. */
@NullMarked
package direttore.proxmox;

import org.jspecify.annotations.NullMarked;
