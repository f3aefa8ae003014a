/** Who may do what: users, tokens, tickets, roles and access control lists as Proxmox VE has. */
@NullMarked
package direttore.simulator.pve.access;

import org.jspecify.annotations.NullMarked;
