package direttore.worker;

import direttore.domain.guestorder.Terms;
import direttore.worker.operation.OperationSettings;
import java.time.Duration;

/**
 * How a worker works.
 *
 * @param concurrent how many operations may run at once, 1 or more; they mostly wait
 * @param lockPatience how long to wait for whoever holds what is to be changed
 * @param outagePatience how long to wait for a system that cannot be reached
 * @param sweep how often to look for operations that lost their worker or their job
 * @param jobsKept how long jobs of JobRunr stay once they are done
 * @param grace how long a stop waits for runs in the middle of a request
 */
public record WorkerSettings(
    int concurrent,
    Duration lockPatience,
    Duration outagePatience,
    Duration sweep,
    Duration grace,
    Duration jobsKept) {
  public WorkerSettings {
    if (concurrent < 1) {
      throw new IllegalArgumentException("operations at once must be 1 or more");
    }
  }

  /** What suits most. */
  public static WorkerSettings usual() {
    return new WorkerSettings(
        2000,
        Terms.LOCK_PATIENCE,
        Duration.ofMinutes(15),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofHours(36));
  }

  OperationSettings operations() {
    return new OperationSettings(lockPatience, outagePatience);
  }
}
