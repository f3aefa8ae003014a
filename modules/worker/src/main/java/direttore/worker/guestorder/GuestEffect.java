package direttore.worker.guestorder;

import direttore.domain.guest.GuestRef;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;
import direttore.domain.task.Upid;
import direttore.worker.operation.Found;
import direttore.worker.operation.Lanes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one step does to a guest, and how to see whether it happened. */
interface GuestEffect {
  /** What it does, for people: {@code create VM 105 on pve1}. */
  String doing(Operation operation);

  /** Asks Proxmox for it, once; the task that does it, or null when it is done already. */
  @Nullable Upid ask(Operation operation);

  /** What can be seen of it, after an answer was lost with its worker or on the way. */
  Found look(Operation operation, TaskEvidence evidence);

  /** Whether the world is now as the step wants it, however that came. */
  boolean holds(Operation operation);

  /** Whether a task of it may be interrupted without harm. */
  default boolean interruptible() {
    return false;
  }

  /** Whether a task that was found, not answered, must be told from a stranger's by its result. */
  default boolean needsProof() {
    return false;
  }

  /** Where it must wait for its turn. */
  default List<Lanes.Lane> lanes(Operation operation) {
    return List.of();
  }

  /** The guest whose lock stands in its way. */
  default GuestRef lockable(Operation operation) {
    return GuestOrder.guest(operation);
  }

  /** What it has done at once that people are to know, empty when that goes without saying. */
  default Optional<String> did() {
    return Optional.empty();
  }

  /** What to say when the world was so before, or empty when that is as good as done. */
  default Optional<String> already(Operation operation) {
    return Optional.empty();
  }
}
