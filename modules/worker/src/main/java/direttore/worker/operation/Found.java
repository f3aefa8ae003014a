package direttore.worker.operation;

import direttore.domain.task.Upid;

/** What a look at the world shows of a step that may have been asked for already. */
sealed interface Found {

  /** It has happened. */
  record Done() implements Found {}

  /** A task does it, or did. */
  record Task(Upid upid) implements Found {}

  /**
   * It may be happening; a later look will tell.
   *
   * @param why for people, such as {@code locked by clone}
   * @param sure whether something certainly works on it, so that no patience is lost
   */
  record Unclear(String why, boolean sure) implements Found {}

  /** The VMID belongs to a guest of someone else. */
  record Foreign() implements Found {}

  /** No trace of it: it did not happen. */
  record Nothing() implements Found {}
}
