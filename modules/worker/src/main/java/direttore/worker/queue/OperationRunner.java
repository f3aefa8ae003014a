package direttore.worker.queue;

import java.util.UUID;

/** Who carries operations out. */
@FunctionalInterface
public interface OperationRunner {
  /** Carries the operation out and returns when it has ended or is not this worker's to do. */
  void run(UUID operation) throws InterruptedException;
}
