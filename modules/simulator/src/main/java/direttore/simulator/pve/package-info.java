/**
 * A simulated Proxmox VE cluster, put together.
 *
 * <p>A new one has nodes {@code pve1}, {@code pve2} ...; storages {@code local}, {@code local-lvm}
 * and the shared {@code nfs}; bridges {@code vmbr0} and {@code vmbr1} (VLAN-aware, with a port) and
 * {@code vmbr2} (neither); the virtual network {@code lab1}; VM templates 9000 (on {@code
 * local-lvm}) and 9001 (on {@code nfs}), the container template 9100, and guests 200 to 206 and 300
 * to 302, of which 202 is locked by a backup, 204 highly available and 206 protected.
 *
 * <p>Besides {@code root@pam} and its token {@code direttore} there are {@code admin@pve}
 * (PVEAdmin), {@code student@pve} (PVEVMUser on the pool {@code course}) and {@code auditor@pve}
 * (PVEAuditor), all with the password {@code direttore}.
 *
 * <p>A guest shuts down when asked if a disk of it holds data or a CD-ROM is inserted; its tag
 * {@code deaf} makes it ignore the request, its tag {@code no-agent} leaves the guest agent out.
 */
@NullMarked
package direttore.simulator.pve;

import org.jspecify.annotations.NullMarked;
