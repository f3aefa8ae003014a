package direttore.worker.queue;

import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** Takes a job off the queue and has its operation carried out. */
public final class RunOperationHandler implements JobRequestHandler<RunOperation> {
  private final OperationRunner runner;

  public RunOperationHandler(OperationRunner runner) {
    this.runner = runner;
  }

  @Override
  public void run(RunOperation request) throws InterruptedException {
    runner.run(request.operation());
  }
}
