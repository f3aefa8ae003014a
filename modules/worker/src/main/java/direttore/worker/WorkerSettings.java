package direttore.worker;

import direttore.domain.guest.VmidRange;
import direttore.domain.guestorder.Terms;
import direttore.worker.operation.OperationSettings;
import java.time.Duration;

/**
 * How a worker works.
 *
 * @param concurrent how many operations may run at once, 1 or more; they mostly wait
 * @param vmids from which another VMID is chosen when the first was taken
 * @param clonesPerSource how many clones of one source may run at once, 1 or more
 * @param clonesPerStorage how many full clones may write to one storage at once, 1 or more
 * @param lockPatience how long to wait for a lock of Proxmox
 * @param outagePatience how long to wait for a Proxmox that cannot be reached
 * @param sweep how often to look for operations that lost their worker or their job
 * @param jobsKept how long jobs of JobRunr stay once they are done
 * @param grace how long a stop waits for runs in the middle of a request
 */
public record WorkerSettings(
    int concurrent,
    VmidRange vmids,
    int clonesPerSource,
    int clonesPerStorage,
    Duration lockPatience,
    Duration outagePatience,
    Duration sweep,
    Duration grace,
    Duration jobsKept) {
  public WorkerSettings {
    if (concurrent < 1 || clonesPerSource < 1 || clonesPerStorage < 1) {
      throw new IllegalArgumentException("operations and clones at once must be 1 or more");
    }
  }

  /** What suits most. */
  public static WorkerSettings of(VmidRange vmids) {
    return new WorkerSettings(
        2000,
        vmids,
        2,
        4,
        Terms.LOCK_PATIENCE,
        Duration.ofMinutes(15),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofHours(36));
  }

  OperationSettings operations() {
    return new OperationSettings(
        vmids, clonesPerSource, clonesPerStorage, lockPatience, outagePatience);
  }
}
