package direttore.simulator.pve.task;

/** What a task does. */
public interface TaskWork {

  /**
   * Does it.
   *
   * @throws direttore.simulator.pve.api.Failure with the text that ends the task
   * @throws InterruptedException where the task was stopped
   */
  void run(TaskProcess worker) throws InterruptedException;
}
