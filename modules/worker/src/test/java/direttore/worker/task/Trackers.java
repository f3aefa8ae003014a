package direttore.worker.task;

import direttore.domain.hypervisor.Hypervisor;
import direttore.worker.time.SteppingTime;

/** Trackers for tests. */
public final class Trackers {
  private Trackers() {}

  /** A tracker that looks as time passes, and sends its requests on the caller's thread. */
  public static TaskTracker inline(Hypervisor hypervisor, SteppingTime time) {
    var tracker = new TaskTracker(hypervisor, time, Runnable::run);
    time.each(tracker::look);
    return tracker;
  }
}
