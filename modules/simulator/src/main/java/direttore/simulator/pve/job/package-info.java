/** Backup and replication jobs of the datacenter. */
@NullMarked
package direttore.simulator.pve.job;

import org.jspecify.annotations.NullMarked;
