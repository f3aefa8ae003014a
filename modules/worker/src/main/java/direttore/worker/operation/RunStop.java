package direttore.worker.operation;

import direttore.domain.operation.Operation.Failure;

/** Why a run does not go on to the next step. */
@SuppressWarnings("serial") // caught where the run began, never serialised
public abstract sealed class RunStop extends RuntimeException {

  private RunStop(String message) {
    super(message, null, false, false);
  }

  /** The operation has failed. */
  public static final class Failed extends RunStop {
    private final transient Failure failure;

    public Failed(String type, String message) {
      super(message);
      this.failure = new Failure(type, message);
    }

    /** The same failure, with what went before it. */
    Failed after(String history) {
      return new Failed(failure.type(), "%s (%s)".formatted(failure.message(), history));
    }

    Failure failure() {
      return failure;
    }
  }

  /** Someone cancelled it, and here it can end. */
  public static final class Cancelled extends RunStop {
    public Cancelled() {
      super("cancelled");
    }
  }

  /** This process ends; another takes the operation up as it is. */
  public static final class Left extends RunStop {
    public Left() {
      super("left to another worker");
    }
  }
}
