package direttore.worker.operation;

import direttore.domain.guest.VmidRange;
import java.time.Duration;

/**
 * How operations are carried out.
 *
 * @param vmids from which another VMID is chosen when the first was taken
 * @param clonesPerSource how many clones of one source may run at once
 * @param clonesPerStorage how many full clones may write to one storage at once
 * @param lockPatience how long to wait for a lock of Proxmox
 * @param outagePatience how long to wait for a Proxmox that cannot be reached
 */
public record OperationSettings(
    VmidRange vmids,
    int clonesPerSource,
    int clonesPerStorage,
    Duration lockPatience,
    Duration outagePatience) {}
