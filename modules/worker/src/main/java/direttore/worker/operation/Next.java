package direttore.worker.operation;

import direttore.domain.task.Upid;

/** What a step is to do next. */
sealed interface Next {

  /** Ask Proxmox for the effect. */
  record Ask() implements Next {}

  /**
   * Look whether the effect happened, or happens.
   *
   * @param taken because Proxmox said that the VMID is taken, maybe by ourselves
   */
  record Look(boolean taken) implements Next {}

  /**
   * Wait for a task.
   *
   * @param proven whether Proxmox answered with it, so that it is certainly ours
   */
  record Await(Upid task, boolean proven) implements Next {}

  /** Choose another VMID, since this one is taken. */
  record Renumber(String message) implements Next {}

  /** See whether the task that was found made what the step wants. */
  record Prove() implements Next {}

  /** See whether the world is as the step wants it all the same; else it has failed so. */
  record Verify(String type, String message) implements Next {}

  /** Wait until the HA manager has done what it was asked for. */
  record Settle() implements Next {}

  /** Nothing: the step is done. */
  record Done() implements Next {}
}
