package direttore.worker.operation;

import direttore.domain.operation.Operation;
import java.lang.System.Logger.Level;

/** What the log says of a run: one line when it is taken up and one when it has ended. */
final class RunLog {
  private static final System.Logger LOG = System.getLogger(RunLog.class.getName());

  private RunLog() {}

  static void takenUp(Operation operation) {
    LOG.log(
        Level.INFO, () -> "Operation %s is taken up: %s.".formatted(operation.id(), of(operation)));
  }

  static void ended(Operation operation) {
    var failure = operation.failure();
    LOG.log(
        Level.INFO,
        () ->
            "Operation %s has ended: %s, %s%s."
                .formatted(
                    operation.id(),
                    of(operation),
                    operation.state().wire(),
                    failure == null ? "" : " (" + failure.type() + ")"));
  }

  /**
   * @param before how many errors it has met before; only the first is told with its trace
   */
  static void met(Operation operation, int before, Throwable error) {
    if (before == 0) {
      LOG.log(Level.ERROR, () -> "Operation %s met an error.".formatted(operation.id()), error);
    } else {
      LOG.log(
          Level.WARNING,
          () -> "Operation %s met an error again: %s".formatted(operation.id(), error));
    }
  }

  private static String of(Operation operation) {
    return "%s of %s".formatted(operation.order().kind(), operation.order().about());
  }
}
