package direttore.worker.task;

import direttore.domain.task.TaskEnd;

/** What became of a task. */
public sealed interface TaskResult {

  /** It ended, one way or another. */
  record Ended(TaskEnd end) implements TaskResult {}

  /** Its node does not know it any more, so how it ended cannot be told. */
  record Vanished() implements TaskResult {}
}
