package direttore.domain.operation;

import java.util.UUID;

/** What brings operations to workers. */
public interface JobQueue {
  /** Enqueues the operation under its own id and wakes a worker; harmless when done before. */
  void enqueue(UUID operation);

  /**
   * Enqueues an operation again whose job was lost with its worker or has failed; whether it was
   * so, as one that still waits for its turn is left alone.
   */
  boolean revive(UUID operation);
}
