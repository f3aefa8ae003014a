package direttore.domain.holding;

import direttore.domain.guestorder.GuestAction;
import direttore.domain.guestorder.GuestOrder;
import direttore.domain.operation.Operation;

/** What the end of an operation does to who has what it is about. */
public enum HoldingEnd {
  /** Nothing. */
  KEEPS,
  /** It is gone, and nobody has it any more. */
  RELEASES,
  /** It was made; where nobody ordered it, whoever had its key before has it no more. */
  MAKES,
  /** Nothing of it was begun: whoever had the key before the order has it again. */
  GIVES_BACK;

  /** Of an operation that has ended, or goes on. */
  public static HoldingEnd of(Operation operation) {
    if (operation.state().active() || !(operation.order() instanceof GuestOrder order)) {
      return KEEPS;
    }
    return switch (order.action()) {
      case GuestAction.Delete _ ->
          operation.state() == Operation.State.SUCCEEDED ? RELEASES : KEEPS;
      case GuestAction.Creation _ -> ofCreation(operation);
      case GuestAction.Power _,
          GuestAction.TakeSnapshot _,
          GuestAction.RollBack _,
          GuestAction.DeleteSnapshot _ ->
          KEEPS;
    };
  }

  /** One that failed on the way may have made it or not: that takes a look at the cluster. */
  private static HoldingEnd ofCreation(Operation operation) {
    if (operation.state() == Operation.State.SUCCEEDED) {
      return MAKES;
    }
    // The first step makes it, and what was taken back is the first.
    return switch (operation.steps().getFirst().state()) {
      case DONE -> MAKES;
      case PENDING -> GIVES_BACK;
      case RUNNING, FAILED, UNDONE -> KEEPS;
    };
  }
}
