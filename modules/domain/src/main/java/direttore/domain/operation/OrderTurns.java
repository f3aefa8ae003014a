package direttore.domain.operation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The turns of orders that are being decided in this process. Who gives an order waits for the
 * answer, and who carries operations out is not waited for: so the latter gives way.
 */
public final class OrderTurns {
  /** More at once would only wait for each other's locks, and keep reads from their turn. */
  static final int AT_ONCE = 2;

  // Fair: in a burst nobody is passed over until the patience ends.
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition noneWaits = lock.newCondition();

  /** Waits for a turn, at most so long; whether it came. */
  boolean take(Duration patience) {
    try {
      return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      // Whoever gave the turn back may have looked while this one still stood in the queue.
      tellIfNoneWaits();
    }
  }

  void giveBack() {
    turns.release();
    tellIfNoneWaits();
  }

  private void tellIfNoneWaits() {
    if (turns.hasQueuedThreads()) {
      return;
    }
    lock.lock();
    try {
      noneWaits.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits while orders wait for their turn, at most so long. */
  public void giveWay(Duration most) throws InterruptedException {
    lock.lock();
    try {
      var left = most.toNanos();
      while (left > 0 && turns.hasQueuedThreads()) {
        left = noneWaits.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
