package direttore.worker.queue;

import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** Takes a job off the queue and has its operation carried out. */
public final class RunOperationHandler implements JobRequestHandler<RunOperation> {
  // What goes wrong with an operation is handled with it; here only its taking up can fail.
  private static final int RETRIES = 5;
  private final OperationRunner runner;

  public RunOperationHandler(OperationRunner runner) {
    this.runner = runner;
  }

  @Override
  @Job(name = "operation %0", retries = RETRIES)
  public void run(RunOperation request) throws InterruptedException {
    runner.run(request.operation());
  }
}
