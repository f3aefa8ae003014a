package direttore.app.start;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts that were started, closed in reverse when the process is told to stop. A stop that
 * comes during the start waits for the part at hand, so that none is left behind.
 */
public final class Lifetime implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Lifetime.class.getName());

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean ending;
  private volatile @Nullable StartRefusal failure;

  /** Starts a part, unless the end has come already. */
  public <T extends AutoCloseable> T open(Supplier<T> start) {
    lock.lock();
    try {
      if (ending) {
        throw new IllegalStateException("stopped during the start");
      }
      var part = start.get();
      parts.push(part);
      return part;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the end has come, so that what fails now fails because of it. */
  public boolean hasEnded() {
    return ending;
  }

  /** Says that the program cannot go on, so that {@link #await()} ends and a supervisor acts. */
  public void fail(StartRefusal why) {
    failure = why;
    ended.countDown();
  }

  /**
   * Blocks until {@link #close()} has ended.
   *
   * @throws StartRefusal when a part told that it cannot go on
   */
  public void await() throws InterruptedException {
    ended.await();
    var why = failure;
    if (why != null) {
      throw why;
    }
  }

  @Override
  public void close() {
    ending = true;
    lock.lock();
    try {
      while (!parts.isEmpty()) {
        close(parts.pop());
      }
    } finally {
      lock.unlock();
      ended.countDown();
    }
  }

  /** One part that cannot be closed must not keep the others open. */
  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "A part did not stop cleanly: " + part.getClass().getSimpleName(), e);
    }
  }
}
