package direttore.worker.operation;

import direttore.domain.operation.Handle;

/** What a look at the world shows of a step that may have been asked for already. */
public sealed interface Found {

  /** It has happened. */
  record Done() implements Found {}

  /** Another system does it, or did, and knows it by that. */
  record Tracked(Handle handle) implements Found {}

  /**
   * It may be happening; a later look will tell.
   *
   * @param why for people, such as {@code locked by backup}
   * @param sure whether something certainly works on it, so that no patience is lost
   */
  record Unclear(String why, boolean sure) implements Found {}

  /**
   * What it was to make is there, and someone else's.
   *
   * @param taken for people, such as {@code 192.0.2.7 is taken}
   */
  record Foreign(String taken) implements Found {}

  /** No trace of it: it did not happen. */
  record Nothing() implements Found {}
}
