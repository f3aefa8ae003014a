package direttore.worker.queue;

import java.util.UUID;
import org.jobrunr.jobs.lambdas.JobRequest;

/**
 * Carry out an operation. Holds its id only: the worker reads fresh state, and no secrets lie here.
 */
public record RunOperation(UUID operation) implements JobRequest {
  @Override
  public Class<RunOperationHandler> getJobRequestHandler() {
    return RunOperationHandler.class;
  }

  @Override
  public String toString() {
    return operation.toString();
  }
}
