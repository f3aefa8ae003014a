package direttore.worker.task;

import direttore.domain.hypervisor.Hypervisor;
import direttore.domain.hypervisor.HypervisorFailure;
import direttore.domain.task.Upid;
import direttore.domain.time.Signal;
import direttore.domain.time.Time;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Waits for all tasks that this process has begun in the cluster, however many, with fewer than 10
 * requests a second in all, log reading included.
 */
public final class TaskTracker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TaskTracker.class.getName());
  private static final int LOG_REQUESTS = 2;
  private static final int FEW = 5;
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration AFTER_A_BUG = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(100);
  private final Hypervisor hypervisor;
  private final Time time;
  private final Budget logBudget;
  private final TaskRound round;
  private final Signal wake;
  private final Set<Tracking> tasks = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  TaskTracker(Hypervisor hypervisor, Time time, Executor executor) {
    this.hypervisor = hypervisor;
    this.time = time;
    this.logBudget = new Budget(LOG_REQUESTS, time);
    this.round = new TaskRound(hypervisor, time, logBudget, executor);
    this.wake = time.signal();
  }

  /** A tracker with a thread of its own. */
  public static TaskTracker start(Hypervisor hypervisor, Time time) {
    var tracker = new TaskTracker(hypervisor, time, Thread::startVirtualThread);
    Thread.ofVirtual().name("task-tracker").start(tracker::run);
    return tracker;
  }

  /**
   * Begins to wait for a task.
   *
   * @param watched whether someone looks, so that its log is worth reading meanwhile
   * @param signal raised with its end and with any news of it
   */
  public Tracking track(Upid task, BooleanSupplier watched, Signal signal) {
    var tracking = new Tracking(task, time.nanos(), watched, signal, tasks::remove);
    tasks.add(tracking);
    wake.raise();
    return tracking;
  }

  /** Whether so few tasks are under way that their logs may be read without need. */
  public boolean quiet() {
    return tasks.size() <= FEW;
  }

  /** The last lines of a task's log, empty when they cannot be had so soon. */
  public Optional<List<String>> log(Upid task, int lines, Duration patience)
      throws InterruptedException {
    var begun = time.nanos();
    while (!logBudget.take()) {
      if (time.nanos() - begun >= patience.toNanos()) {
        return Optional.empty();
      }
      time.signal().await(MOMENT);
    }
    try {
      return Optional.of(hypervisor.log(task, lines));
    } catch (HypervisorFailure e) {
      return Optional.empty();
    }
  }

  /** Looks once at all tasks; answers how long to wait before the next look. */
  Duration look() {
    var open = tasks.stream().filter(Tracking::open).toList();
    return open.isEmpty() ? IDLE : round.look(open);
  }

  private void run() {
    var next = time.nanos();
    while (!closed) {
      try {
        var now = time.nanos();
        if (next - now > 0) {
          // A new task does not hurry the next look; it only ends the long pause of an idle time.
          wake.await(Duration.ofNanos(next - now));
          if (!tasks.isEmpty()) {
            next =
                now + Math.min(next - now, Pace.between(tasks.size(), Duration.ZERO, 0).toNanos());
          }
          continue;
        }
        next = time.nanos() + look().toNanos();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "the task tracker stumbled and goes on", e);
        next = time.nanos() + AFTER_A_BUG.toNanos();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    wake.raise();
  }
}
