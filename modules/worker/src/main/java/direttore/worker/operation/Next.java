package direttore.worker.operation;

import direttore.domain.operation.Handle;

/** What a step is to do next. */
public sealed interface Next {

  /** Ask for the effect. */
  record Ask() implements Next {}

  /**
   * Look whether the effect happened, or happens.
   *
   * @param taken because the name of what it makes was said to be taken, maybe by ourselves
   */
  record Look(boolean taken) implements Next {}

  /**
   * Wait for what does it elsewhere.
   *
   * @param proven whether it was the answer to our asking, so that it is certainly ours
   */
  record Await(Handle handle, boolean proven) implements Next {}

  /**
   * Have another name chosen for what is made.
   *
   * @param taken for people, why
   */
  record Rename(String taken) implements Next {}

  /** See whether what was found made what the step wants. */
  record Prove() implements Next {}

  /** See whether the world is as the step wants it all the same; else it has failed so. */
  record Verify(String type, String message) implements Next {}

  /**
   * Wait until the world is as the step wants it, as somebody was told to see to it.
   *
   * @param who for people, such as {@code the scheduler}
   * @param patience for how long
   * @param otherwise how it fails then
   */
  record Settle(String who, Patience patience, RunStop.Failed otherwise) implements Next {}

  /** Nothing: the step is done. */
  record Done() implements Next {}
}
