package direttore.worker.operation;

import direttore.domain.operation.Operation;
import direttore.domain.system.SystemFailure;

/**
 * How what a step did is taken back. It may come again after an interruption, so it looks what is
 * there before it changes anything.
 */
public interface Undo {
  /** Takes it back, as far as that goes. */
  Undone takeBack(Operation operation);

  /** What to say when nobody could look, or do it. */
  default Undone unseen(Operation operation, SystemFailure failure) {
    return new Undone.Kept(
        "what is left of %s could not be seen or removed: %s"
            .formatted(operation.order().about(), failure.said()),
        null);
  }
}
