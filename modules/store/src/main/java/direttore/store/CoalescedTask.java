package direttore.store;

import direttore.domain.Refusal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A task that is done soon after somebody asks for it, once for all who asked meanwhile, and now
 * and then unasked.
 */
public final class CoalescedTask implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(CoalescedTask.class.getName());
  private final String name;
  private final Runnable task;
  private final Duration pause;
  private final Duration idle;
  private final Semaphore asked = new Semaphore(0);
  private final Thread thread;
  private boolean failed;

  /**
   * Begins to wait.
   *
   * @param name of the thread
   * @param pause between two times at the least
   * @param idle how long it is not done at the most
   */
  public CoalescedTask(String name, Runnable task, Duration pause, Duration idle) {
    this.name = name;
    this.task = task;
    this.pause = pause;
    this.idle = idle;
    this.thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /** Asks for it; never blocks. */
  public void ask() {
    asked.release();
  }

  boolean ended() {
    return !thread.isAlive();
  }

  private void run() {
    try {
      while (true) {
        if (asked.tryAcquire(idle.toNanos(), TimeUnit.NANOSECONDS)) {
          asked.drainPermits();
        }
        once();
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      // Told to stop.
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      task.run();
      failed = false;
    } catch (Refusal e) {
      // Whoever keeps watch of the database says it once; it is tried again when idle.
      LOG.log(Level.DEBUG, () -> name + " could not be done now", e);
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.log(Level.WARNING, () -> name + " failed; it is tried again and again", e);
      }
      failed = true;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
