package direttore.domain.operation;

import direttore.domain.task.Upid;

/** By what another system knows the work on a step, so that it can be found again. */
public sealed interface Handle {

  /** A task of Proxmox. */
  record Task(Upid upid) implements Handle {}

  /**
   * Something that another system keeps.
   *
   * @param system which one, such as {@code netbox}
   * @param id its name for it there
   */
  record Reference(String system, String id) implements Handle {
    public Reference {
      if (system.isBlank() || id.isBlank()) {
        throw new IllegalArgumentException("a reference names a system and what it keeps");
      }
    }
  }
}
