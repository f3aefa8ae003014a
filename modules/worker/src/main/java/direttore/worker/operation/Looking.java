package direttore.worker.operation;

import direttore.domain.task.Upid;
import java.time.Instant;
import java.util.Set;

/**
 * What a look goes by.
 *
 * @param begun when the step began
 * @param asked when it was asked for last
 * @param spent its tasks that are known to have failed
 */
record Looking(Instant begun, Instant asked, Set<Upid> spent) {
  Looking {
    spent = Set.copyOf(spent);
  }
}
