package direttore.simulator.pve.task;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.api.Failure;
import direttore.simulator.pve.fault.PveFaults.TaskEnd;
import direttore.simulator.pve.lock.FileLocks;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The process of a running task: it writes the log and spends time. */
public final class TaskProcess implements FileLocks.Waiter {
  private static final Upid NOBODY = new Upid("localhost", 0, 0, 0, "none", "", "root@pam");

  private final Task task;
  private final TaskClock clock;
  private @Nullable TaskEnd ordered;
  private Instant now;
  private int warnings;

  TaskProcess(Task task, TaskClock clock, @Nullable TaskEnd ordered) {
    this.task = task;
    this.clock = clock;
    this.ordered = ordered;
    this.now = clock.now();
  }

  /** A worker without a task, for calls that work at once: it spends no time. */
  public static TaskProcess silent(TaskClock clock) {
    return new TaskProcess(new Task(NOBODY), clock, null);
  }

  /** Writes to the log; a newline within starts a new line. */
  public void log(String line) {
    task.append(line);
  }

  /** Writes a warning that the end of the task counts. */
  public void warn(String line) {
    task.append("WARN: " + line);
    warnings++;
  }

  /**
   * Spends time. What a task does takes its own time one after the other, even where the clock
   * jumps over several steps at once.
   *
   * @throws Failure where a fault was ordered for this task
   */
  public void spend(Duration time) throws InterruptedException {
    var order = ordered;
    if (order != null && !order.failure().isEmpty()) {
      ordered = null;
      throw new Failure(order.failure());
    }
    if (time.isPositive() && !isSilent()) {
      now = now.plus(time);
      clock.sleepUntil(now);
    }
  }

  /** Is there no task behind it? */
  public boolean isSilent() {
    return task.upid().equals(NOBODY);
  }

  /** The moment that the task has reached. */
  public Instant now() {
    return now;
  }

  /** The name of the task. */
  public Upid upid() {
    return task.upid();
  }

  @Override
  public void waiting() {
    log("trying to acquire lock...");
  }

  @Override
  public void acquired() {
    log(" OK");
    now = now.isBefore(clock.now()) ? clock.now() : now;
  }

  /** The exit status of a task that went well. */
  String success() throws InterruptedException {
    spend(Duration.ZERO);
    var order = ordered;
    if (order != null) {
      for (var i = 1; i <= order.warnings(); i++) {
        warn("simulated warning " + i);
      }
    }
    return warnings == 0 ? "OK" : "WARNINGS: " + warnings;
  }

  /** The moment at which the task ends; a task that gave up waiting ends at the clock's time. */
  Instant endtime() {
    return clock.now().isBefore(now) ? clock.now() : now;
  }
}
