package direttore.simulator.pve.lock;

import direttore.simulator.clock.TaskClock;
import direttore.simulator.pve.api.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Locks by name, exclusive or shared, which are waited for a limited time only (PVE::Tools
 * lock_file_full, PVE::Cluster cfs_lock).
 */
public final class FileLocks {
  private final TaskClock clock;
  private final ReentrantLock guard = new ReentrantLock();
  private final Map<String, Held> locks = new HashMap<>();

  /** Locks whose waiters tell the time by that clock. */
  public FileLocks(TaskClock clock) {
    this.clock = clock;
  }

  /** What is done while the lock is held. */
  public interface Work<T extends @Nullable Object> {

    /** Does it. */
    T run() throws InterruptedException;
  }

  /**
   * Does the work while holding the lock, or fails with {@link LockRequest#text} after its time.
   */
  public <T extends @Nullable Object> T with(LockRequest wanted, Waiter waiter, Work<T> work)
      throws InterruptedException {
    acquire(wanted, waiter);
    try {
      return work.run();
    } finally {
      release(wanted);
    }
  }

  private void acquire(LockRequest wanted, Waiter waiter) throws InterruptedException {
    guard.lockInterruptibly();
    try {
      var held = locks.computeIfAbsent(wanted.name(), n -> new Held(guard.newCondition()));
      held.interested++;
      try {
        if (held.refuses(wanted.shared())) {
          queue(wanted, waiter, held);
        }
        held.take(wanted.shared());
      } catch (InterruptedException | RuntimeException e) {
        forget(wanted.name(), held);
        throw e;
      }
    } finally {
      guard.unlock();
    }
  }

  private void queue(LockRequest wanted, Waiter waiter, Held held) throws InterruptedException {
    waiter.waiting();
    var due = clock.now().plus(wanted.patience());
    while (held.refuses(wanted.shared())) {
      if (!clock.now().isBefore(due)) {
        throw new Failure(wanted.text());
      }
      clock.await(held.freed, due);
    }
    waiter.acquired();
  }

  private void release(LockRequest wanted) {
    guard.lock();
    try {
      var held = locks.get(wanted.name());
      if (held != null) {
        held.give(wanted.shared());
        held.freed.signalAll();
        forget(wanted.name(), held);
      }
    } finally {
      guard.unlock();
    }
  }

  private void forget(String name, Held held) {
    held.interested--;
    if (held.interested == 0) {
      locks.remove(name);
    }
  }

  /**
   * A lock that is asked for.
   *
   * @param patience how long it is waited for
   * @param text what the failure says after that
   */
  public record LockRequest(String name, boolean shared, Duration patience, String text) {

    /** An exclusive lock on a file of one node. */
    public static LockRequest file(String node, String file, int seconds) {
      return new LockRequest(
          node + file,
          false,
          Duration.ofSeconds(seconds),
          "can't lock file '%s' - got timeout".formatted(file));
    }

    /** The same lock, shared with other readers. */
    public LockRequest asShared() {
      return new LockRequest(name, true, patience, text);
    }

    /** A lock of the cluster file system, waited for 10 s. */
    public static LockRequest cluster(String name) {
      return new LockRequest(
          name,
          false,
          Duration.ofSeconds(10),
          "cfs-lock '%s' error: got lock request timeout".formatted(name));
    }
  }

  /** What learns that a lock has to be waited for. */
  public interface Waiter {

    /** A waiter that does not care. */
    Waiter SILENT =
        new Waiter() {
          @Override
          public void waiting() {}

          @Override
          public void acquired() {}
        };

    /** The lock is taken by another. */
    void waiting();

    /** The lock came after all. */
    void acquired();
  }

  private static final class Held {
    private final Condition freed;
    private int interested;
    private int readers;
    private boolean exclusive;

    Held(Condition freed) {
      this.freed = freed;
    }

    boolean refuses(boolean shared) {
      return exclusive || (!shared && readers > 0);
    }

    void take(boolean shared) {
      if (shared) {
        readers++;
      } else {
        exclusive = true;
      }
    }

    void give(boolean shared) {
      if (shared) {
        readers--;
      } else {
        exclusive = false;
      }
    }
  }
}
