package direttore.worker.guestorder;

import direttore.domain.task.Upid;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a look for a task goes by.
 *
 * @param begun when the step began
 * @param sinceAsked how long ago it was asked for last, at the least
 * @param spent its tasks that are known to have failed
 */
record TaskEvidence(Instant begun, Duration sinceAsked, Set<Upid> spent) {
  TaskEvidence {
    spent = Set.copyOf(spent);
  }
}
