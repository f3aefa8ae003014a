package direttore.simulator.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time that stands still until a test moves it. */
public final class ManualClock implements TaskClock {
  /** How soon a waiter for a lock notices that the time was moved, in real milliseconds. */
  private static final long NOTICE_MILLIS = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private Instant now;
  private final List<Instant> dues = new ArrayList<>();

  ManualClock(Instant start) {
    this.now = start;
  }

  /** Moves the time forward and wakes every task that is due. */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("step is " + step + ", expected one that is not negative");
    }
    lock.lock();
    try {
      now = now.plus(step);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many tasks wait for the time to move. */
  public int sleepers() {
    lock.lock();
    try {
      return (int) dues.stream().filter(now::isBefore).count();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant now() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Clock reader() {
    return new Reader(ZoneOffset.UTC);
  }

  @Override
  public void sleepUntil(Instant due) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      dues.add(due);
      while (now.isBefore(due)) {
        moved.await();
      }
    } finally {
      dues.remove(due);
      lock.unlock();
    }
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // the caller loops, as the interface says
  public void await(Condition changed, Instant due) throws InterruptedException {
    if (now().isBefore(due)) {
      var signalled = changed.await(NOTICE_MILLIS, TimeUnit.MILLISECONDS);
      assert signalled || !due.equals(Instant.MIN);
    }
  }

  private final class Reader extends Clock {
    private final ZoneId zone;

    Reader(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Reader(other);
    }

    @Override
    public Instant instant() {
      return now();
    }
  }
}
