/** HTTP as pveproxy speaks it: connections, time-outs, certificates, failover. */
@NullMarked
package direttore.proxmox.transport;

import org.jspecify.annotations.NullMarked;
